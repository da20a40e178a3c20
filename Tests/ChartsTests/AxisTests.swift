import Testing

@testable import Charts

@Suite struct AxisTests {
  @Test(arguments: [
    (14.6, 3, ["0", "5", "10", "15"]),
    (27, 4, ["0", "10", "20", "30"]),
    (0.35, 4, ["0.0", "0.1", "0.2", "0.3", "0.4"]),
    (1, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (231_000, 3, ["0", "100,000", "200,000", "300,000"]),
    (0, 3, ["0.0", "0.5", "1.0"]),
    (.nan, 1, ["0", "1"]),
  ])
  func niceTicks(maximum: Double, ticks: Int, expected: [String]) {
    #expect(ValueAxis(maximum: maximum, ticks: ticks).labels == expected)
  }

  @Test func countedThingsHaveWholeSteps() {
    #expect(ValueAxis(maximum: 2, ticks: 5, whole: true).labels == ["0", "1", "2"])
    #expect(ValueAxis(maximum: 0, ticks: 4, whole: true).labels == ["0", "1"])
  }

  /// The axis reaches its maximum, wastes less than a step, and has no more ticks than asked for.
  @Test func axesReachAndDoNotWaste() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let power = Double.random(in: -6..<9, using: &random)
      var maximum = Double.random(in: 0.1..<1, using: &random)
      for _ in 0..<Int(abs(power)) { maximum *= power < 0 ? 0.1 : 10 }
      let most = Int.random(in: 1...12, using: &random)
      let axis = ValueAxis(maximum: maximum, ticks: most)
      let top = Double(axis.steps) * axis.step
      #expect(top >= maximum * (1 - 1e-8))
      #expect(top - axis.step < maximum)
      #expect(axis.steps <= most)
      #expect(Set(axis.labels).count == axis.labels.count, "labels repeat: \(axis.labels)")
    }
  }
}

@Suite struct CivilDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
    (2026, 11, 21, 20_778), (1600, 1, 1, -135_140), (0, 3, 1, -719_468),
  ])
  func knownDays(year: Int, month: Int, day: Int, number: Int) {
    #expect(CivilDate(year: year, month: month, day: day).dayNumber == number)
    let date = CivilDate(dayNumber: number)
    #expect([date.year, date.month, date.day] == [year, month, day])
  }

  /// Every day of some eight hundred years follows the day before it, and the weeks run on.
  @Test func daysFollowEachOther() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var previous = CivilDate(dayNumber: -146_097)
    var wrong: [Int] = []
    for number in -146_096...146_097 {
      let date = CivilDate(dayNumber: number)
      let isLeap = previous.year % 4 == 0 && (previous.year % 100 != 0 || previous.year % 400 == 0)
      let length = lengths[previous.month - 1] + (previous.month == 2 && isLeap ? 1 : 0)
      let isNext =
        previous.day < length
        ? date.day == previous.day + 1 && date.month == previous.month
        : date.day == 1 && date.month == previous.month % 12 + 1
      let agrees = isNext && date.weekday == (previous.weekday + 1) % 7 && date.dayNumber == number
      if !agrees { wrong.append(number) }
      previous = date
    }
    #expect(wrong.isEmpty)
    #expect(CivilDate(year: 2026, month: 11, day: 21).weekday == 5)
  }

  @Test func monthsBetween() {
    func months(_ a: (Int, Int, Int), _ b: (Int, Int, Int)) -> Int {
      CivilDate.wholeMonths(
        from: CivilDate(year: a.0, month: a.1, day: a.2).dayNumber,
        to: CivilDate(year: b.0, month: b.1, day: b.2).dayNumber
      )
    }
    #expect(months((2026, 8, 2), (2027, 12, 2)) == 16)
    #expect(months((2026, 8, 2), (2027, 12, 1)) == 15)
    #expect(months((2026, 1, 31), (2026, 2, 28)) == 1)
    #expect(months((2026, 8, 2), (2026, 8, 2)) == 0)
    #expect(months((2027, 12, 2), (2026, 8, 2)) == -16)
  }

  @Test func wordsOfADay() {
    #expect(CivilDate(year: 2026, month: 11, day: 21).text == "21 Nov 2026")
    #expect(CivilDate(year: 2005, month: 14, day: 1).text == "1 Feb 2006")
    #expect(CivilDate(year: 2005, month: 1, day: 1).shortYear == "05")
  }
}

@Suite struct TimeScaleTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilDate(year: year, month: month, day: day).dayNumber
  }

  private func line(_ days: ClosedRange<Int>, _ columns: Int) -> String {
    var text = ""
    for tick in TimeScale(days: days, columns: columns).ticks() where !tick.label.isEmpty {
      text += String(repeating: " ", count: tick.x - text.count) + tick.label
    }
    return text
  }

  @Test func fromDecadeToWeek() {
    let expected = """
      2016        2018        2020        2022         2024
      2023   Jul    2024    Jul     2025   Jul     2026   Jul
      Feb 25       Apr    May    Jun    Jul    Aug    Sep   Oct
         1 Sep 2025    8 Sep         15 Sep        22 Sep
      15 Dec 2025                22 Dec                     29 Dec
      29 Dec        31     2026   2      3      4      5      6      7      8
      """
    let lines = [
      line(day(2016, 1, 1)...day(2026, 6, 1), 64),
      line(day(2023, 1, 1)...day(2026, 12, 31), 60),
      line(day(2025, 2, 1)...day(2025, 10, 31), 62),
      line(day(2025, 8, 30)...day(2025, 9, 26), 55),
      line(day(2025, 12, 15)...day(2025, 12, 31), 66),
      line(day(2025, 12, 29)...day(2026, 1, 8), 78),
    ]
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test func daysAndColumnsAgree() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let low = Int.random(in: -40_000...40_000, using: &random)
      let span = Int.random(in: 1...9_000, using: &random)
      let columns = Int.random(in: 1...220, using: &random)
      let scale = TimeScale(days: low...(low + span - 1), columns: columns)
      #expect(scale.x(of: low) == 0)
      #expect(scale.x(of: low - 1) < 0)
      #expect(scale.x(of: low + span - 1) < columns)
      #expect(scale.x(of: low + span) == columns)
      let x = Int.random(in: 0..<columns, using: &random)
      #expect(scale.x(of: scale.day(at: x)) >= x)
      #expect(scale.x(of: scale.day(at: x) - 1) < x)
    }
  }

  @Test func labelsNeverTouchAndStayInside() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<2_000 {
      let low = Int.random(in: -40_000...40_000, using: &random)
      let span = Int.random(in: 1...40_000, using: &random)
      let columns = Int.random(in: 0...220, using: &random)
      let gap = Int.random(in: 1...3, using: &random)
      let scale = TimeScale(days: low...(low + span - 1), columns: columns)
      let ticks = scale.ticks(gap: gap).filter { !$0.label.isEmpty }
      for (left, right) in zip(ticks, ticks.dropFirst()) {
        #expect(left.x + left.label.count + gap <= right.x)
        #expect(left.day < right.day)
      }
      for tick in ticks {
        #expect(tick.x >= 0 && tick.x + tick.label.count <= columns)
        #expect(tick.x == scale.x(of: tick.day))
      }
    }
  }

  @Test func hostileRangesDoNotOverflow() {
    let scale = TimeScale(days: Int.min...Int.max, columns: 80)
    #expect(scale.ticks().count < 80)
    #expect(scale.x(of: Int.max) >= 80)
    #expect(TimeScale(days: 0...0, columns: 0).ticks().isEmpty)
  }
}
