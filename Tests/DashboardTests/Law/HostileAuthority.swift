import Testing

@testable import Dashboard

/// Opens a page on a German authority whose name steers terminals, and expects nothing of it to get out.
func expectHostileNamesInTheirCells(
  _ page: Page, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let dataset = try FrozenPackage.dataset([
    .authorities: """
    country,authority,role,date,legal_basis
    DE,\u{1B}[2J漢字の国漢字の国\u{202E},market-surveillance,2026-01-01,\u{9B}31m
    """
  ])
  let world = World(dataset: dataset, today: try day("2026-11-21"))
  for size in screenSizes {
    let state = State.opened(page, world, size: size)
    #expect(hostileScalars(state.canvas()).isEmpty, sourceLocation: sourceLocation)
  }
}
