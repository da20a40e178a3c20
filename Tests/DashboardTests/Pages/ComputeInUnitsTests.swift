import Canvas
import Charts
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The compute screen in H100-equivalents: title, list and shares are all told in them.
@Suite struct ComputeInUnitsTests {
  private func equivalents() throws -> (state: State, totals: ComputeTotals) {
    var state = State.opened(
      .compute, try UnitsWorld.ofTwoMakers(), size: Size(width: 160, height: 40))
    state.type("u")
    let totals = Compute.totals(
      of: state.world.snapshot, by: .jurisdiction, unit: .h100e, where: state.world.passes)
    return (state, totals)
  }

  /// Two thirds of the accelerators are NVIDIA's, and half of what they can do, or three fifths.
  @Test func theFocusHasItsShareOfWhatTheTitleCounts() throws {
    let title = try equivalents().state.place.screen.headline.map(\.text).joined()
    #expect(title.contains("NVIDIA 50–60 %"), "\(title)")
    let plain = State.opened(.compute, try UnitsWorld.ofTwoMakers()).place.screen.headline.map(
      \.text
    ).joined()
    #expect(plain.contains("NVIDIA 67 %"), "\(plain)")
  }

  @Test func theListEndsInTheSumOfItsEquivalents() throws {
    let (state, totals) = try equivalents()
    let size = totals.total.firm(in: .h100e)
    let sum = NumberFormat.interval(
      NumberFormat.integer(size.lowerBound), NumberFormat.integer(size.upperBound))
    let last = try #require(
      state.picture().split(separator: "\n").last { $0.contains(" firm ") && $0.contains(sum) })
    #expect(last.contains(NumberFormat.integer(totals.total.accelerators)), "\(last)")
  }

  /// A place of an unsure size has an unsure part of the whole.
  @Test func aShareOfAnIntervalIsAnInterval() throws {
    let (state, totals) = try equivalents()
    let notes = GroupRows(totals, in: state.world).chart.rows.map(\.note)
    #expect(notes.contains { $0.contains("60–75 % of all") }, "\(notes)")
    #expect(notes.contains { $0.contains("25–40 % of all") }, "\(notes)")
  }
}
