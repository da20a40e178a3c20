import Dataset
import Insight
import Testing

/// Who could be ordered by whom.
@Suite struct LawMatrixTests {
  private func ledger() throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        soil,2025,d,a,DE,,100,nvidia,hopper,1,operational,
        own,2025,a,a,FR,,30,nvidia,hopper,2,operational,
        open,2025,a,,EU,,20,nvidia,hopper;rubin,,operational,
        abroad,2025,b,d,US,,50,nvidia,,3,building,
        unsized,2025,b,d,US,,,nvidia,,,building,
        """)
  }

  private func lines(_ unit: ComputeUnit = .accelerators) throws -> [String] {
    let ledger = try ledger()
    return lines(LawMatrix(of: try ledger.snapshot(), ExposureOptions(unit: unit)), ledger)
  }

  private func lines(_ matrix: LawMatrix, _ ledger: ExposureLedger) -> [String] {
    matrix.rows.map { row in
      let laws = [row.operatorHome, row.law, row.tenantHome].map { $0.slug(in: ledger.dataset) }
      let size = "\(ledger.digits(row.size.lowerBound)) to \(ledger.digits(row.size.upperBound))"
      return "\(laws.joined(separator: " ")) \(size) and \(row.uncounted)"
    }
  }

  @Test func operatorsStandUnderLawsForTenants() throws {
    #expect(
      try lines() == [
        "US EU-27 EU-27 100 to 100 and 0", "EU-27 US US 50 to 50 and 1",
        "EU-27 EU-27 EU-27 30 to 30 and 0", "EU-27 unstated unknown 20 to 20 and 0",
      ])
  }

  @Test func aSizeIsThatOfBothTheHomeAndTheLaw() throws {
    let ledger = try ExposureLedger(
      compute: """
        one,2025,a,,FR,,30,nvidia,hopper,,operational,
        two,2025,a,d,FR,,20,nvidia,hopper;rubin,,operational,
        law,2025,d,,FR,,500,nvidia,hopper,,operational,
        home,2025,a,,US,,7000,nvidia,hopper,,operational,
        """)
    let matrix = LawMatrix(of: try ledger.snapshot(), ExposureOptions(unit: .accelerators))
    func row(_ site: String) throws -> LawMatrix.Row {
      try #require(matrix.rows.first { $0.sites.map { ledger.dataset.slug($0) }.contains(site) })
    }
    let (one, law, home) = try (row("one"), row("law"), row("home"))
    #expect(matrix.size(operatorHome: one.operatorHome, law: one.law) == 50...50)
    #expect(matrix.size(operatorHome: law.operatorHome, law: law.law) == 500...500)
    #expect(matrix.size(operatorHome: home.operatorHome, law: home.law) == 7000...7000)
    #expect(matrix.size(operatorHome: law.operatorHome, law: home.law) == 0...0)
  }

  @Test(arguments: [
    (ComputeUnit.accelerators, "200 to 200 and 1"), (.h100e, "150 to 210 and 2"),
    (.mw, "6 to 6 and 2"),
  ])
  func theTotalIsThatOfAllRows(unit: ComputeUnit, expected: String) throws {
    let ledger = try ledger()
    let matrix = LawMatrix(of: try ledger.snapshot(), ExposureOptions(unit: unit))
    let (least, most) = (matrix.total.lowerBound, matrix.total.upperBound)
    #expect("\(ledger.digits(least)) to \(ledger.digits(most)) and \(matrix.uncounted)" == expected)
  }

  @Test func onlyTheOperatorsShownHaveRows() throws {
    let ledger = try ledger()
    let matrix = LawMatrix(of: try ledger.snapshot()) { ledger.dataset.slug($0) == "a" }
    #expect(
      lines(matrix, ledger) == [
        "EU-27 EU-27 EU-27 30 to 30 and 0", "EU-27 unstated unknown 20 to 20 and 0",
      ])
  }

  @Test func ofLikeRowsTheGreaterEndThenTheLawsDecide() throws {
    let ledger = try ExposureLedger(
      compute: """
        y,2025,a,,DE,,50,nvidia,hopper,,operational,
        x,2025,a,,DE,,50,nvidia,hopper,,operational,
        w,2025,a,,NO,,100,nvidia,hopper,,operational,
        v,2025,d,,US,,100,nvidia,hopper;rubin,,operational,
        """)
    let matrix = LawMatrix(of: try ledger.snapshot(), ExposureOptions(unit: .h100e))
    #expect(
      lines(matrix, ledger) == [
        "US US unknown 100 to 400 and 0", "EU-27 EEA unknown 100 to 100 and 0",
        "EU-27 EU-27 unknown 100 to 100 and 0",
      ])
    #expect(matrix.rows.last?.sites.map { ledger.dataset.slug($0) } == ["x", "y"])
  }

  @Test func theUnitWeighs() throws {
    #expect(
      try lines(.mw) == [
        "EU-27 US US 3 to 3 and 1", "EU-27 EU-27 EU-27 2 to 2 and 0",
        "US EU-27 EU-27 1 to 1 and 0", "EU-27 unstated unknown 0 to 0 and 1",
      ])
    #expect(try lines(.h100e).contains("EU-27 unstated unknown 20 to 80 and 0"))
  }
}

/// Compute over time, and what is due.
@Suite struct ComputeCourseTests {
  private func ledger() throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        a1,2026-08-15,a,,DE,,100,nvidia,,,contracted,2026
        a1,2026-10-15,a,,DE,,100,nvidia,,,operational,2026
        b1,2026-09-15,b,,DE,,100,amd,,,building,2027
        c1,2026-09-20,c,,DE,,200,nvidia,,,announced,2027
        d1,2026-10-20,d,,DE,,600,amd,,,announced,
        """)
  }

  private func words(_ tally: ComputeCourse.Tally, _ ledger: ExposureLedger) -> String {
    tally.makers.map { "\($0.key.slug(in: ledger.dataset)) \(ledger.digits($0.size))" }
      .joined(separator: " ")
  }

  private func words(_ share: ShareInterval?, _ ledger: ExposureLedger) -> String {
    share.map { "\(ledger.digits($0.documented))" } ?? "nil"
  }

  @Test func eachMonthIsTheLedgerAsItWasKnown() throws {
    let ledger = try ledger()
    let course = ComputeCourse(
      of: try ledger.snapshot(), to: ledger.dataset.organisation("nvidia"))
    let months = course.months.map { month in
      "\(month.day) [\(words(month.running, ledger))] [\(words(month.firm, ledger))] "
        + "[\(words(month.announced, ledger))] \(words(month.share, ledger))"
    }
    #expect(
      months == [
        "2026-08-31 [] [nvidia 100] [] 1",
        "2026-09-30 [] [amd 100 nvidia 100] [nvidia 200] 0.5",
        "2026-10-31 [nvidia 100] [amd 100] [amd 600 nvidia 200] 0.5",
        "2026-11-29 [nvidia 100] [amd 100] [amd 600 nvidia 200] 0.5",
      ])
  }

  @Test func aheadTheShareMovesWithWhatIsBuilt() throws {
    let ledger = try ledger()
    let course = ComputeCourse(
      of: try ledger.snapshot(), to: ledger.dataset.organisation("nvidia"))
    let due = course.due.map { due in
      "\(due.year.map(String.init) ?? "no date") [\(words(due.firm, ledger))] "
        + "[\(words(due.announced, ledger))] \(words(due.shareOfFirm, ledger)) "
        + words(due.shareOfAll, ledger)
    }
    #expect(
      due == [
        "2027 [amd 100] [nvidia 200] 0.5 0.75", "no date [] [amd 600] 0.5 0.3",
      ])
  }

  /// The chips of an unnamed maker may be those of a maker of chips alone.
  @Test func whatNamesNoMakerOpensTheShareOfMakers() throws {
    let ledger = try ExposureLedger(
      compute: """
        n,2026-10-15,a,,DE,,30,nvidia,,,operational,
        u,2026-10-20,b,,DE,,70,,,,building,2027
        x,2026-11-01,b,,DE,,,nvidia,,,building,2027
        """)
    func share(_ slug: String?) throws -> ShareInterval? {
      let target = slug.flatMap { ledger.dataset.organisation($0) }
      return ComputeCourse(of: try ledger.snapshot(), to: target).months.last?.share
    }
    #expect(try share("nvidia") == ShareInterval(documented: 0.3, possible: 1))
    #expect(try share("d") == ShareInterval.none)
    #expect(try share(nil) == nil)
    let course = ComputeCourse(of: try ledger.snapshot(), to: nil)
    let firm = course.months.map { "\($0.firm.total) and \($0.firm.uncounted)" }
    #expect(firm == ["70.0 and 0", "70.0 and 1"])
    #expect(course.months.last?.running.total == 30)
    #expect(course.due.map(\.firm.uncounted) == [1])
  }
}
