import Dataset

/// The JSON of a screen, made when it is asked for: most screens are looked at and never written.
struct LateRecord: JSONConvertible, Sendable {
  private let make: @Sendable () -> JSON

  init(_ make: @escaping @Sendable () -> JSON) { self.make = make }

  var json: JSON { make() }
}
