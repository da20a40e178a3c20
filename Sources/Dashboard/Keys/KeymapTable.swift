extension Keymap {
  /// The keymap as a Markdown table: the fixed keys by group, then those of each screen. Their
  /// names are those by which the configuration binds them to other keys.
  public var markdown: String {
    var lines = ["| key | what it does | name |", "| --- | --- | --- |"]
    for group in Binding.Group.allCases where group != .screen {
      lines += bindings.filter { $0.group == group }.map(Keymap.row)
    }
    for kind in ScreenKind.allCases where !kind.bindings.isEmpty {
      lines += bindings.filter { $0.scope == .screen(kind) }.map { Keymap.row($0, on: kind) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ binding: Binding) -> String {
    "| \(keys(of: binding)) | \(escaped(binding.help)) | \(binding.action) |"
  }

  private static func row(_ binding: Binding, on kind: ScreenKind) -> String {
    "| \(keys(of: binding)) on \(kind.title) | \(escaped(binding.help)) | \(binding.action) |"
  }

  private static func keys(of binding: Binding) -> String {
    binding.keys.isEmpty
      ? "none" : binding.keys.map { "`\($0.label)`" }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { $0 == "|" ? ["\\", "|"] : [$0] })
  }
}
