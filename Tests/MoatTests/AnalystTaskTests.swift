import Testing

/// Twenty tasks of an analyst, in the real program on the curated data. Each is done with the keys
/// that the screen itself names. The expected text is the least that a reader has to see on the
/// screen to have the answer.
@Suite(.serialized) struct AnalystTaskTests {
  /// A key by tmux's name, or a text typed as it is.
  enum Step: Sendable, ExpressibleByStringLiteral {
    case key(String)
    case text(String)

    init(stringLiteral value: String) { self = .key(value) }
  }

  struct Task: Sendable, CustomTestStringConvertible {
    let question: String
    let steps: [Step]
    let answer: [String]
    var size = (width: 120, height: 40)

    var testDescription: String { question }
  }

  static let tasks: [Task] = [
    Task(
      question: "Who led the largest German round of 2026 that has closed?",
      steps: [
        "2", "/", .text("country:DE since:2026 status:closed"), "Enter", "l", "l", "l", "S", "g",
        "Enter",
      ],
      answer: ["Quantum Systems · Series D", "lead             Advent", "Blackstone", "Noteus"]),
    Task(
      question: "Which running sites of over 1,000 accelerators are not NVIDIA's?",
      steps: [
        "3", "/", .text("status:operational -vendor:nvidia accelerators>1000"), "Enter",
      ],
      answer: ["Compute, firm · 25,800 accelerators", "Eni HPC6", "LUMI"]),
    Task(
      question: "What does Ireland still lack to enforce the AI Act?",
      steps: ["5", "/", .text("country:IE"), "Enter"],
      answer: ["Ireland", "Pen. adopted"]),
    Task(
      question: "How many states could enforce on 1 March 2026?",
      steps: ["5", "t", .text("2026-03-01"), "Enter"],
      answer: ["as of 1 Mar 2026", "Enforcement authority · 4 of 27"]),
    Task(
      question: "Where does the figure of Nscale's Series C come from?",
      steps: [":", .text("nscale"), "Enter", "j", "s"],
      answer: ["Sources of Nscale · Series C", "https://www.techzine.eu/"]),
    Task(
      question: "How much of the money of 2025 was debt, and whose was the largest loan?",
      steps: [
        "2", "/", .text("instrument:debt since:2025 until:2025"), "Enter", "l", "l", "l", "S",
        "g",
      ],
      answer: ["Capital raised · $5.28 bn in 6 rounds", "▌ Nebius Group   2025-09-10"]),
    Task(
      question: "Which country hosts the most firm accelerators?",
      steps: ["3", "b", "b"],
      answer: ["By country", "Germany         █"]),
    Task(
      question: "What has NVIDIA invested in?",
      steps: [":", .text("nvidia"), "Enter", "I"],
      answer: ["took part in 28 of 218 rounds", "▌ Nscale", "In the same rounds"]),
    Task(
      question: "Which claims of the briefings no longer hold?",
      steps: ["7"],
      answer: [
        "8 no longer", "Stargate Norway targets 100000",
        "Nscale raised 4.68 billion dollars in total",
      ]),
    Task(
      question: "What comes next in the law, and in how many days?",
      steps: ["1"],
      answer: ["10 d", "Machine-readable marking for systems already on the market"]),
    Task(
      question: "Which sites stand in Norway?",
      steps: ["3", "/", .text("country:NO"), "Enter"],
      answer: ["Narvik, Microsoft tranche 1", "52,000"]),
    Task(
      question: "Nscale or Nebius: who raised more?",
      steps: [":", .text("nscale"), "Enter", "Space", ":", .text("nebius"), "Enter", "Space", "C"],
      answer: ["A Nscale", "B Nebius Group", "$5.45 bn", "$7.45 bn"]),
    Task(
      question: "Where on the map do the large sites stand?",
      steps: ["3", "m"],
      answer: ["Compute ▸ Map", "Narvik", "Lübbenau"]),
    Task(
      question: "Which commitments slipped, and by how long?",
      steps: ["3", "f", "f"],
      answer: ["13 commitments, 7 overdue", "HammerHAI supercomputer", "2026 → 2027"]),
    Task(
      question: "Which investors backed both an infrastructure and a model company?",
      steps: ["2", "f", "f"],
      answer: [
        "Investors in infrastructure and models · 6", "NVIDIA", "Index Ventures", "Accel",
        "Felicis",
        "M&G", "Redalpine", "infrastructure 3, models 7",
      ], size: (width: 140, height: 50)),
    Task(
      question: "Which European laboratories can compute without NVIDIA?",
      steps: ["4", "W"],
      answer: ["Can compute without NVIDIA  CSC 11,912, CEA, HLRS, University of Cambridge"]),
    Task(
      question: "What does Nscale lose if Microsoft leaves?",
      steps: ["4", "P"],
      answer: ["Nscale  292,240 accelerators", "▏ Microsoft          287,640   98 %"]),
    Task(
      question: "Which states gained full authority within the last year?",
      steps: ["5", "v", "v", "v"],
      answer: ["2 → 7 of 27 since 22 Nov 2025", "gained Germany, Finland,"]),
    Task(
      question: "By when must a nine-month assessment in Germany start, and before whom?",
      steps: ["5", "P", "P", "+"],
      answer: ["start by 2 Mar 2027", "BNetzA, Bundesnetzagentur", "Can fine     yes"]),
    Task(
      question: "Watch Mistral AI, and see nothing but it.",
      steps: [
        ":", .text("mistral ai"), "Enter", "w", "2", "/", .text("watched:yes"), "Enter",
      ],
      answer: ["/watched:yes", "Mistral AI"]),
  ]

  @Test(arguments: tasks) func isAnsweredByTheScreen(_ task: Task) throws {
    let terminal = try Terminal(
      "\(Program.path) --fresh", width: task.size.width, height: task.size.height)
    try terminal.wait(for: "1 Overview")
    for step in task.steps {
      switch step {
      case .key(let key): try terminal.type(key)
      case .text(let text): try terminal.write(text)
      }
    }
    for answer in task.answer { try terminal.wait(for: answer) }
    // All of it stands on one screen, not on several.
    let screen = try terminal.screen()
    for answer in task.answer { #expect(screen.contains(answer)) }
  }
}
