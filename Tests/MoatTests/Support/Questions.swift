/// The thirty questions that were asked first, with the keys that answer them.
extension Question {
  typealias Steps = [Step]

  static let all = ofMoney + ofCompute + ofLaw + ofKeeping + further

  /// The numbers of the questions whose whole answer stands in a window of 80 columns and 24 rows.
  static let answeredInASmallWindow: Set<Int> = [
    2, 3, 4, 6, 7, 8, 9, 11, 12, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 31, 32, 33,
    34, 35, 36, 37, 38, 39, 40,
  ]

  private static let ofMoney = [
    Question(
      number: 1, text: "The ten largest rounds of the twelve months up to the data's day, by layer",
      steps: ["2"]
        + Step.filter("since:2025-07-05 until:2026-07-04 status:closed amount>1000") + [.look]),
    Question(
      number: 2, text: "What Nscale raised, equity and debt apart, and whether that is $4.68 bn",
      steps: Step.go(to: "nscale") + [.look, "7", .look]),
    Question(
      number: 3, text: "Whom NVIDIA invested in that also buys its chips, and since when",
      steps: ["4", "$", .look]),
    Question(
      number: 4, text: "Mistral's worth over time: each figure, its basis, its source",
      steps: Step.go(to: "mistral ai")
        + ["F", .until("Tab", shows: "Valuations ·", atMost: 14), .look, "s", .look]),
    Question(
      number: 7, text: "Who led most rounds of the infrastructure layer, and how many",
      steps: ["2"] + Step.filter("layer:infrastructure") + ["B", "Tab", "g", .look]),
    Question(
      number: 9, text: "What went to compute and to research in the first quarter of 2026",
      steps: ["2"] + Step.filter("since:2026-01 until:2026-03") + [.look]),
    Question(
      number: 21, text: "The European AI company worth most, and how reliable that figure is",
      steps: Step.go(to: "valued") + [.look]),
    Question(
      number: 22, text: "What Mistral AI borrowed, from whom, for which site",
      steps: ["2"] + Step.filter("company:mistral instrument:debt") + ["Tab", "Enter", .look]),
    Question(
      number: 23, text: "The part of research money from rounds in which NVIDIA took part",
      steps: ["2"] + Step.filter("layer:research") + [.look, "/", "C-u"]
        + [.text("layer:research investor:nvidia"), "Enter", .look]),
  ]

  private static let ofCompute = [
    Question(
      number: 5, text: "Who depends on NVIDIA through somebody else only, and through whom",
      steps: ["4", "E", "F", .look, "G", .look]),
    Question(
      number: 6, text: "Sites of this year that are hit if NVIDIA delivered nothing for a year",
      steps: ["3"] + Step.filter("target:2026 vendor:nvidia status:contracted,building") + [.look]),
    Question(
      number: 16, text: "Who runs NVIDIA accelerators in the EU today",
      steps: ["3"] + Step.filter("vendor:nvidia bloc:EU-27 status:operational") + [.look]),
    Question(
      number: 17, text: "European sites with accelerators of others, of which size and state",
      steps: ["3"] + Step.filter("has:vendor -vendor:nvidia") + [.look]),
    Question(
      number: 18, text: "Who the tenants of Stargate Norway are, and whether they are European",
      steps: Step.go(to: "stargate norway") + [.look, "3"]
        + Step.filter("city:narvik has:customer") + [.look, "Escape", "4", "D", .look]),
    Question(
      number: 20, text: "Where 100,000 GPUs by the end of 2026 come from, and what the others say",
      steps: Step.go(to: "stargate norway") + [.look, "s", .look]),
    Question(
      number: 25, text: "More than 1,000 GPUs that are not NVIDIA's, in the EU, running today",
      steps: ["3"]
        + Step.filter("status:operational -vendor:nvidia accelerators>1000 bloc:EU-27") + [.look]),
    Question(
      number: 26, text: "Which operator would lose most if Microsoft left, and how much",
      steps: ["4", "P", .look]),
    Question(
      number: 27, text: "Which sites missed their target, and by how much at most",
      steps: ["3", "f", "f", .look]),
  ]

  private static let ofLaw = [
    Question(
      number: 8, text: "What changed since 1 January",
      steps: ["c", "a", .text("2026-01-01"), "Enter", .look]),
    Question(
      number: 10, text: "Which states have named all authorities they must, and which not",
      steps: ["5"] + Step.filter("has:market has:notifying has:single") + [.look, "/", "C-u"]
        + [.text("missing:market,notifying,single"), "Enter", "F", .look]),
    Question(
      number: 11, text: "The same on 2 August 2025, and which moved since",
      steps: ["5"] + Step.filter("has:market has:notifying has:single")
        + ["t", .text("2025-08-02"), "Enter", .look, "T", "Escape"]
        + ["a", .text("2025-08-02"), "Enter", .look]),
    Question(
      number: 12, text: "Poland's market surveillance authority: since when, by what act, how far",
      steps: Step.go(to: "poland") + [.look, "Tab", "Enter", .look]),
    Question(
      number: 13, text: "Which dates of the AI Act were moved, by what act, and whether that holds",
      steps: ["6", "Tab", "F", .look] + Step.go(to: "stand-alone systems") + [.look]
        + Step.go(to: "digital omnibus on ai in force") + [.look]),
    Question(
      number: 14, text: "How many days late the slowest state is against Article 70",
      steps: ["5"] + Step.filter("missing:market,notifying,single") + ["F", .look]),
    Question(
      number: 15, text: "Which states have authorities but no penalties in law",
      steps: ["5"] + Step.filter("missing=penalties") + [.look]),
    Question(
      number: 19, text: "What must be shown by which day under Annex III",
      steps: ["5", "P", .look]),
    Question(
      number: 24, text: "Who has full authority today but had not on 21 March 2026",
      steps: ["5", "a", .text("2026-03-21"), "Enter", .look]),
    Question(
      number: 30, text: "What became known in September 2026",
      steps: ["t", .text("2026-09-30"), "Enter", "c", "a", .text("2026-08-31"), "Enter"]
        + ["Tab", "F", .look]),
  ]

  private static let ofKeeping = [
    Question(
      number: 28, text: "German infrastructure above 100 m, kept for next week, and where",
      steps: ["2", "/", .text("country:DE layer:infrastructure amount>100"), "C-o"]
        + [.text("german-infra"), "Enter", .look, .file("config/moat/filters")]),
    Question(
      number: 29, text: "NVIDIA's reach as a vector picture, the exposed as a spreadsheet",
      steps: ["4", "x", "s", .file("moat-exposure-2026-11-22.svg"), "E", "x", "c"]
        + [.file("moat-exposure-exposed-2026-11-22.csv")]),
  ]
}
