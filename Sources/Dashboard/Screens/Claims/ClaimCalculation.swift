import Canvas
import Charts
import Dataset
import Insight

/// The check of a claim, line by line: its text, the values then and now, and their evidence.
struct ClaimCalculation: Sendable {
  private let check: ClaimCheck
  private let dataset: Dataset

  init(_ check: ClaimCheck, dataset: Dataset) {
    self.check = check
    self.dataset = dataset
  }

  func lines(width: Int) -> [[Span]] {
    let outcome = ClaimOutcome(check)
    var lines = wrapped(
      dataset.string(check.claim.claim), width: width, style: Style(.strong, .bold),
      mark: Span("\(outcome.mark) ", outcome.style))
    let figure = ClaimFigure(check.claim, in: dataset)
    lines.append([
      Span(
        "  briefing \(dataset.string(check.claim.briefing)) of \(readable(check.briefingDay))",
        .dim),
      Span(check.claim.stated.isEmpty ? "" : " states \(figure.statedText)"),
      Span("  " + outcome.words, outcome.style),
    ])
    lines += parts(figure).flatMap {
      self.lines(of: $0, valueWidth: valueWidth(figure), width: width)
    }
    if check.reckonings.isEmpty {
      lines.append([Span("  nothing says how to check it", .dim)])
    }
    let evidence = check.evidence
    let rows = evidence.rows.count == 1 ? "1 row" : "\(evidence.rows.count) rows"
    let sources = evidence.sources.count == 1 ? "1 source" : "\(evidence.sources.count) sources"
    lines.append([Span("  rests on \(rows) and \(sources)", .dim)])
    return lines
  }

  private struct Part {
    let name: String
    let value: String
    let words: String
    let style: Style
    /// True if it is a further reading, not the reading that decides.
    let isBeside: Bool
  }

  private func parts(_ figure: ClaimFigure) -> [Part] {
    check.reckonings.enumerated().flatMap { index, reckoning -> [Part] in
      let isBeside = index > 0
      func part(_ name: String, _ finding: Finding, _ verdict: Verdict) -> Part {
        Part(
          name: name, value: figure.text(finding), words: finding.words,
          style: isBeside ? .dim : ClaimOutcome(verdict).style, isBeside: isBeside)
      }
      if reckoning.then == reckoning.now {
        return [part(isBeside ? "also" : "both", reckoning.now, check.now)]
      }
      return [
        part(isBeside ? "also" : "then", reckoning.then, check.then),
        part("now", reckoning.now, check.now),
      ]
    }
  }

  private static let widestValue = 18

  private func valueWidth(_ figure: ClaimFigure) -> Int {
    min(
      ClaimCalculation.widestValue,
      parts(figure).reduce(0) { max($0, TextWidth.of($1.value)) })
  }

  private func lines(of part: Part, valueWidth: Int, width: Int) -> [[Span]] {
    let name = Span(TextWidth.pad("  " + part.name, to: 10, align: .leading), .dim)
    let value = Span(
      TextWidth.pad(
        TextWidth.clip(part.value, to: valueWidth), to: valueWidth, align: .leading) + "  ",
      part.style)
    let indent = 10 + valueWidth + 2
    let words = TextWidth.wrap(part.words, width: max(8, width - indent))
    let blank = Span(String(repeating: " ", count: indent))
    return words.enumerated().map { index, line in
      let text = Span(line, part.isBeside ? .dim : .plain)
      return index == 0 ? [name, value, text] : [blank, text]
    }
  }

  /// A text in lines, a mark before the first and room for it before the others.
  private func wrapped(_ text: String, width: Int, style: Style, mark: Span) -> [[Span]] {
    let indent = TextWidth.of(mark.text)
    let blank = Span(String(repeating: " ", count: indent))
    return TextWidth.wrap(text, width: max(8, width - indent)).enumerated().map { index, line in
      [index == 0 ? mark : blank, Span(line, style)]
    }
  }
}
