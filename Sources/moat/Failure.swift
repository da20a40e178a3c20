import ArgumentParser

/// Why the program ends without having done what was asked, with the exit code of sysexits.h.
enum Failure: Error, CustomStringConvertible {
  /// The command line is wrong (64).
  case usage(String)
  /// The data is wrong (65).
  case badData(String)
  /// There is no such input (66).
  case noInput(String)
  /// A file cannot be created (73).
  case cannotCreate(String)
  /// Something could not be written (74).
  case output(String)
  /// The settings are wrong (78).
  case settings(String)
  /// The terminal cannot show it (69).
  case terminal(String)

  var description: String {
    switch self {
    case .usage(let text), .badData(let text), .noInput(let text), .cannotCreate(let text),
      .output(let text), .terminal(let text), .settings(let text):
      text
    }
  }

  var code: Int32 {
    switch self {
    case .usage: 64
    case .badData: 65
    case .noInput: 66
    case .terminal: 69
    case .cannotCreate: 73
    case .output: 74
    case .settings: 78
    }
  }
}
