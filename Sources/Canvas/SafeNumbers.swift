extension Int {
  /// The whole number nearest to a figure, halves away from zero.
  ///
  /// Figures come from data, so any may be as large as a `Double` gets: what lies beyond an `Int`
  /// is the nearest `Int`, and what is no number is 0. This is the only way from a figure to an
  /// `Int`.
  public init(nearest value: Double) {
    guard !value.isNaN else {
      self = 0
      return
    }
    let whole = value.rounded()
    // The greatest `Int` is no `Double`; the first number beyond it is.
    self = whole >= 0x1p63 ? .max : whole <= -0x1p63 ? .min : Int(whole)
  }
}
