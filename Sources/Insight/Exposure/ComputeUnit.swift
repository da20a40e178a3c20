import Dataset

/// The unit in which compute is read.
public enum ComputeUnit: String, CaseIterable, Sendable, JSONConvertible {
  /// Devices as their makers count them: an A100 weighs as much as a GB300.
  case accelerators
  /// H100-equivalents: accelerators times the dense BF16 speed of the named chip over that of an H100.
  case h100e
  /// Electrical power in megawatts, as stated.
  case mw

  /// The dense BF16 speed of an H100 SXM in teraflops.
  public static let teraflopsOfH100 = 989.4

  /// The unit as titles write it.
  public var title: String {
    switch self {
    case .accelerators: "accelerators"
    case .h100e: "H100-equivalents"
    case .mw: "MW"
    }
  }

  /// The unit as it is written after a figure for each: `$27,400 per accelerator`.
  public var singular: String {
    switch self {
    case .accelerators: "accelerator"
    case .h100e: "H100-equivalent"
    case .mw: "MW"
    }
  }
}
