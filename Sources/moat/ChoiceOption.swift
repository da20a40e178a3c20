import ArgumentParser
import Dashboard
import Insight

extension Choice {
  var argumentHelp: ArgumentHelp { ArgumentHelp(stringLiteral: flag?.help ?? "") }

  fileprivate var argumentName: NameSpecification {
    flag.map { .customLong($0.name) } ?? .long
  }
}

extension Option where Value: ExpressibleByArgument & Hashable & Sendable {
  /// Takes a value of a screen's option, the usual value unless given.
  init(_ choice: Choice<Value>) {
    self.init(
      wrappedValue: choice.standard, name: choice.argumentName, help: choice.argumentHelp)
  }
}

extension Settings {
  /// Settings with a unit of compute; the usual unit where none is asked for.
  init(_ unit: ComputeUnit?) {
    self.init()
    if let unit { self[ComputeOptions.unit] = unit }
  }

  /// Sets what the options `--include announced` and `--fold` set on every screen that has them.
  mutating func take(
    _ include: Inclusion?, _ announced: Choice<Announced>, fold: Bool, _ folding: Choice<Folding>
  ) {
    self[announced] = include == .announced ? .counted : .beside
    self[folding] = fold ? .groups : .none
  }
}
