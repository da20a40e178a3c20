import Foundation
import TestSupport
import Testing

/// `moat report`: a page that needs nothing else, and a brief for mail.
@Suite struct ReportCommandTests {
  private static let page: String = (try? Program.moat("report", "--format", "html").output) ?? ""

  private func count(_ part: String) -> Int { Self.page.components(separatedBy: part).count - 1 }

  @Test func thePageNeedsNothingElse() {
    #expect(Self.page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    for part in ["<script", "<link ", "@import", "url(", "src=", "<iframe", "onclick"] {
      #expect(!Self.page.contains(part), "\(part)")
    }
    #expect(Self.page.contains("default-src 'none'"))
  }

  @Test func itsSectionsAreLandmarksUnderAFinding() throws {
    for id in [
      "overview", "exposure", "enforcement", "changes", "deadlines", "watched", "sources",
    ] {
      #expect(Self.page.contains("<a href=\"#\(id)\">"), "\(id)")
      #expect(Self.page.contains("<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">"), "\(id)")
      #expect(Self.page.contains("<h2 id=\"\(id)-title\">"), "\(id)")
    }
    for landmark in ["<header>", "<main>", "<footer>", "<nav aria-label="] {
      #expect(count(landmark) == 1, "\(landmark)")
    }
    #expect(count("<h1>") == 1)
  }

  @Test func everyPictureHasItsWordsAndItsSource() {
    #expect(count("<figure class=") == 5)
    #expect(count("<svg ") == 5 && count("role=\"img\"") == 5)
    #expect(count("<desc id=") == 5)
    #expect(count("Source: Moat, CC BY 4.0, as of 22 Nov 2026, data") == 6)
  }

  @Test func everyLinkWithinThePageLeadsToSomethingThatIsThereOnce() throws {
    let ids = Self.page.matches(of: /[ <]id="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count, "an id is there twice")
    let links = Set(Self.page.matches(of: /href="#([^"]+)"/).map { String($0.output.1) })
    #expect(links.count > 50)
    #expect(links.subtracting(ids).isEmpty, "\(links.subtracting(ids).sorted().prefix(5))")
  }

  /// Each row of a table names the pages that it rests on.
  @Test func everyRowHasItsSources() {
    let rows = Self.page.components(separatedBy: "<tr>").filter { $0.contains("<th scope=\"row\"") }
    #expect(rows.count > 30)
    let bare = rows.filter { !$0.contains("href=\"#source-") && !$0.contains("href=\"#group-") }
    // A state that is no member, or has taken no step, rests on nothing.
    #expect(bare.count < rows.count / 4, "\(bare.count) of \(rows.count)")
  }

  /// WCAG 2.2, 1.4.3: text on its paper in both schemes.
  @Test func textHasContrastInBothSchemes() throws {
    let schemes = Self.page.matches(
      of:
        /--ink:#([0-9a-f]+);--dim:#([0-9a-f]+);--paper:#([0-9a-f]+);--line:#[0-9a-f]+;--link:#([0-9a-f]+)/
    )
    #expect(schemes.count == 2)
    for scheme in schemes {
      let paper = Self.luminance(String(scheme.output.3))
      for ink in [scheme.output.1, scheme.output.2, scheme.output.4] {
        let light = Self.luminance(String(ink))
        let contrast = (max(light, paper) + 0.05) / (min(light, paper) + 0.05)
        #expect(contrast >= 4.5, "\(ink) on \(scheme.output.3): \(contrast)")
      }
    }
  }

  private static func luminance(_ hex: String) -> Double {
    let long = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
    let number = Int(long, radix: 16) ?? 0
    let shifts: [Int] = [16, 8, 0]
    let parts: [Double] = shifts.map { shift in
      let part = Double((number >> shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let weights: [Double] = [0.2126, 0.7152, 0.0722]
    return zip(parts, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test func textOfTheDataIsNoMarkUp() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Program.data, toPath: folder.path + "/data")
    let file = folder.path + "/data/organisations.csv"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("Nscale", with: "<script>alert(1)</script>&\u{202E}")
      .write(toFile: file, atomically: true, encoding: .utf8)
    for format in ["html", "md"] {
      let page = try Program.moat(
        "report", "--data", folder.path + "/data", "--format", format
      ).output
      #expect(page.contains("&lt;script"), "\(format)")
      #expect(!page.contains("<script") && !page.contains("\u{202E}"), "\(format)")
    }
  }

  @Test func aBriefTellsWhatIsNewSinceADay() throws {
    let brief = try Program.moat("report", "--since", "2026-08-01", "--format", "md")
    #expect(brief.code == 0, "\(brief.errors)")
    #expect(brief.output.hasPrefix("# European AI since 1 Aug 2026\n"))
    for heading in [
      "## Overview:", "## What changed:", "## Deadlines:", "## Watch list:", "## Sources",
    ] {
      #expect(brief.output.contains("\n\(heading)"), "\(heading)")
    }
    #expect(!brief.output.contains("## Exposure"))
    let later = try Program.moat("report", "--since", "7d", "--format", "md")
    #expect(later.output.count < brief.output.count)
  }

  /// From cron: no home, no locale, no path.
  @Test func itWorksInAnEmptyEnvironment() throws {
    let answer = try Program.run(
      Program.path, ["report", "--since", "7d", "--format", "md", "--data", Program.data],
      environment: ["MOAT_TODAY": "2026-11-22"].merging(Program.instruments) { $1 })
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output.hasPrefix("# European AI since 15 Nov 2026\n"))
    #expect(answer.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func whatIsWatchedIsTold() throws {
    let folder = try TemporaryFolder()
    let state = folder.path + "/.local/state/moat"
    for place in [state, folder.path + "/.config/moat"] {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try "company:nscale\n".write(
        toFile: place + "/watchlist", atomically: true, encoding: .utf8)
    }
    var environment = Program.environment
    environment["HOME"] = folder.path
    let brief = try Program.run(
      Program.path, ["report", "--since", "2026-01-01", "--format", "md"], environment: environment)
    #expect(brief.output.contains("Watched: Nscale."), "\(brief.errors)")
    #expect(!brief.output.contains("Nothing is watched"))
  }

  @Test(arguments: [
    ["--format", "csv"], ["--table", "rounds"], ["--width", "80"], ["--limit", "3"],
  ])
  func whatItHasNoUseForIsRefused(_ option: [String]) throws {
    let answer = try Program.run(
      Program.path, ["report"] + option, environment: Program.environment)
    #expect(answer.code == 64)
    #expect(answer.output.isEmpty)
  }
}
