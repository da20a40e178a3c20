extension Dataset {
  /// The focus of a package that names none.
  public static let usualFocus = "nvidia"

  /// The organisations that exposure is usually measured to, as the topmost package with a `focus` names
  /// them. Those that no package has are left out.
  public var focusList: [ID<Organisation>] { focusSlugs.compactMap { organisation($0) } }

  /// The first of them: it is coloured in lists, and its share is told first.
  public var focus: ID<Organisation>? { focusSlugs.lazy.compactMap { self.organisation($0) }.first }

  private var focusSlugs: [String] {
    packages.last { !$0.descriptor.focus.isEmpty }?.descriptor.focus ?? [Dataset.usualFocus]
  }
}
