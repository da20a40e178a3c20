import Dataset
import Insight

extension CompiledFilter {
  /// Reads a filter and makes it ready for the rows of a snapshot.
  init(_ text: String, for snapshot: Snapshot) throws(FilterError) {
    self = try Filter(text).compiled(for: snapshot)
  }
}

extension Concentration {
  /// Amounts that are known exactly.
  init?(amounts: [Double], open: Double = 0) {
    self.init(ranges: amounts.map { $0...$0 }, open: open...open)
  }
}

extension Funnel {
  subscript(status: ComputeStatus) -> Stage { stages[Int(status.rawValue)] }
}
