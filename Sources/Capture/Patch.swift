/// The difference of two files as `git apply` takes it: the unified format of GNU diff. It is for a
/// file to which lines were only added.
public enum Patch {
  /// The patch of a file; empty where nothing was added.
  ///
  /// - Parameter path: The file, from the top of the repository that the patch is for.
  public static func adding(from before: String, to after: String, path: String) -> String {
    guard before != after else { return "" }
    let old = lines(before)
    let new = lines(after)
    var hunks = ""
    var (left, right) = (0, 0)
    // Where both agree, nothing; else the new lines up to the next old line were added here.
    var added: [(left: Int, right: Int, count: Int)] = []
    while right < new.count {
      if left < old.count, old[left] == new[right] {
        left += 1
        right += 1
        continue
      }
      if let last = added.last, last.left == left {
        added[added.count - 1].count += 1
      } else {
        added.append((left, right, 1))
      }
      right += 1
    }
    var index = 0
    while index < added.count {
      var last = index
      // Hunks whose context would overlap are a single hunk.
      while last + 1 < added.count, added[last + 1].left - added[last].left <= 2 * context {
        last += 1
      }
      let first = max(0, added[index].left - context)
      let end = min(old.count, added[last].left + context)
      let lead = added[index].left - first
      let count = added[index...last].reduce(0) { $0 + $1.count }
      var body = ""
      var place = first
      for change in added[index...last] {
        for line in old[place..<change.left] { body += " " + marked(line) }
        for line in new[change.right..<change.right + change.count] { body += "+" + marked(line) }
        place = change.left
      }
      for line in old[place..<end] { body += " " + marked(line) }
      let start = old.isEmpty ? 0 : first + 1
      hunks +=
        "@@ -\(start),\(end - first) +\(added[index].right - lead + 1),\(end - first + count) @@\n"
        + body
      index = last + 1
    }
    return "--- a/\(path)\n+++ b/\(path)\n" + hunks
  }

  /// The patch of a file in which a few lines next to each other became others.
  public static func changing(from before: String, to after: String, path: String) -> String {
    guard before != after else { return "" }
    let (old, new) = (lines(before), lines(after))
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    let first = max(0, start - context)
    let behind = min(end, context)
    let (oldEnd, newEnd) = (old.count - end, new.count - end)
    let body =
      old[first..<start].map { " " + marked($0) } + old[start..<oldEnd].map { "-" + marked($0) }
      + new[start..<newEnd].map { "+" + marked($0) }
      + old[oldEnd..<oldEnd + behind].map { " " + marked($0) }
    return "--- a/\(path)\n+++ b/\(path)\n"
      + "@@ -\(first + 1),\(oldEnd + behind - first) +\(first + 1),\(newEnd + behind - first) @@\n"
      + body.joined()
  }

  private static let context = 3

  /// The lines with their ends.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar)
      if scalar == "\n" {
        lines.append(line)
        line = ""
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func marked(_ line: String) -> String {
    line.hasSuffix("\n") ? line : line + "\n\\ No newline at end of file\n"
  }
}
