extension TimeScale {
  enum Unit: CaseIterable {
    case day, week, month, quarter, halfYear, year, twoYears, fiveYears, decade, fiftyYears, century

    /// About how many days a step takes, never more than it does.
    var days: Int {
      switch self {
      case .day: 1
      case .week: 7
      case .month: 28
      case .quarter: 90
      case .halfYear: 181
      case .year, .twoYears, .fiveYears, .decade, .fiftyYears, .century: 365 * years
      }
    }

    private var years: Int {
      switch self {
      case .day, .week, .month, .quarter, .halfYear, .year: 1
      case .twoYears: 2
      case .fiveYears: 5
      case .decade: 10
      case .fiftyYears: 50
      case .century: 100
      }
    }

    private var months: Int {
      switch self {
      case .quarter: 3
      case .halfYear: 6
      case .day, .week, .month: 1
      case .year, .twoYears, .fiveYears, .decade, .fiftyYears, .century: 12 * years
      }
    }

    /// The days on which the unit begins, in order. Weeks begin on Mondays.
    func starts(in range: ClosedRange<Int>) -> [Int] {
      switch self {
      case .day: return Array(range)
      case .week:
        let weekday = CivilDate(dayNumber: range.lowerBound).weekday
        let monday = range.lowerBound + (7 - weekday) % 7
        return Array(stride(from: monday, through: range.upperBound, by: 7))
      default:
        let first = CivilDate(dayNumber: range.lowerBound)
        let month = first.year * 12 + first.month - 1
        var index = CivilDate.floorDivide(month, months)
        var starts: [Int] = []
        while true {
          let day = CivilDate(year: 0, month: index * months + 1, day: 1).dayNumber
          if day > range.upperBound { return starts }
          if day >= range.lowerBound { starts.append(day) }
          index += 1
        }
      }
    }

    func isMajor(_ date: CivilDate) -> Bool {
      switch self {
      case .day: date.day == 1
      case .week: date.day <= 7
      case .month, .quarter, .halfYear: date.month == 1
      default: false
      }
    }

    func label(_ date: CivilDate) -> String {
      switch self {
      case .day where date.day == 1: date.month == 1 ? "\(date.year)" : date.monthName
      case .day: "\(date.day)"
      case .week: "\(date.day) \(date.monthName)"
      case .month, .quarter, .halfYear: date.month == 1 ? "\(date.year)" : date.monthName
      default: "\(date.year)"
      }
    }

    /// Longer forms of a label with the full date, the fullest first.
    func fullLabels(_ date: CivilDate) -> [String] {
      switch self {
      case .day, .week: [date.text, "\(date.day) \(date.monthName)"]
      case .month, .quarter, .halfYear:
        date.month == 1
          ? [] : ["\(date.monthName) \(date.year)", "\(date.monthName) \(date.shortYear)"]
      default: []
      }
    }
  }
}
