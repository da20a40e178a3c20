import Dataset
import Insight
import Testing

/// Who could be ordered by whom.
@Suite struct LawMatrixTests {
  private func lines(_ unit: ComputeUnit = .accelerators) throws -> [String] {
    let ledger = try ExposureLedger(
      compute: """
        soil,2025,d,a,DE,,100,nvidia,hopper,1,operational,
        own,2025,a,a,FR,,30,nvidia,hopper,2,operational,
        open,2025,a,,EU,,20,nvidia,hopper;rubin,,operational,
        abroad,2025,b,d,US,,50,nvidia,,3,building,
        unsized,2025,b,d,US,,,nvidia,,,building,
        """)
    let matrix = LawMatrix(of: try ledger.snapshot(), ExposureOptions(unit: unit))
    return matrix.rows.map { row in
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
}
