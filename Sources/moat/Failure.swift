import ArgumentParser

/// Why the program ends without having done what was asked, with the exit code of sysexits.h.
enum Failure: Error, CustomStringConvertible {
  case usage(String)
  case badData(String)
  case noInput(String)
  case cannotCreate(String)
  case output(String)
  case settings(String)
  case terminal(String)

  var description: String {
    switch self {
    case .usage(let text), .badData(let text), .noInput(let text), .cannotCreate(let text),
      .output(let text), .terminal(let text), .settings(let text):
      text
    }
  }

  /// True if the command line was wrong.
  var isUsage: Bool { code == Failure.usage("").code }

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
