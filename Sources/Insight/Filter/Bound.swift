import Dataset

/// A value and how a row's is compared with it.
struct Bound<Value: Sendable>: Sendable {
  let comparison: Filter.Comparison
  let value: Value
}

extension Bound where Value: Comparable {
  func allows(_ other: Value) -> Bool {
    switch comparison {
    case .matches, .equals: other == value
    case .less: other < value
    case .atMost: other <= value
    case .greater: other > value
    case .atLeast: other >= value
    }
  }
}

extension Bound where Value == PartialDate {
  /// True if a date passes. It counts from its last day; it equals a partial date that it lies in.
  func allows(_ date: PartialDate) -> Bool {
    switch comparison {
    case .matches, .equals:
      value.firstDay <= date.firstDay && date.lastDay <= value.lastDay
    case .less: date.lastDay < value.firstDay
    case .atMost: date.lastDay <= value.lastDay
    case .greater: date.lastDay > value.lastDay
    case .atLeast: date.lastDay >= value.firstDay
    }
  }
}

func mask<Word: Vocabulary>(_: Word.Type, where holds: (String) -> Bool) -> UInt32 {
  Word.allCases.reduce(0) { holds($1.word) ? $0 | bit($1) : $0 }
}

func bit<Word: Vocabulary>(_ word: Word) -> UInt32 { 1 << UInt32(word.rawValue) }
