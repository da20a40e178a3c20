/// Ten questions more, thought of once the thirty could be answered.
extension Question {
  static let further = [
    Question(
      number: 31, text: "What is contracted or being built in Germany, of which power, by when",
      steps: ["3"] + Step.filter("country:DE status:contracted,building") + [.look]),
    Question(
      number: 32, text: "Who lent most to infrastructure in 2026",
      steps: ["2"] + Step.filter("layer:infrastructure instrument:debt year:2026")
        + ["B", "B", .look]),
    Question(
      number: 33, text: "Which European models were trained on chips that are not NVIDIA's",
      steps: Step.go(to: "models") + Step.filter("has:vendor -vendor:nvidia bloc:Europe")
        + [.look]),
    Question(
      number: 34, text: "Who refused to sign the code of practice for general-purpose models",
      steps: Step.go(to: "gpai code of practice") + [.look]),
    Question(
      number: 35, text: "Where the money goes, country by country",
      steps: ["2", "b", "b", .look]),
    Question(
      number: 36, text: "Which dates of the law come within 260 days",
      steps: ["6", "Tab", "F", .look]),
    Question(
      number: 37, text: "What keeps running if whoever is at home in the US stops",
      steps: ["4", "X", "C-u", .text("home:US"), "Enter", .look]),
    Question(
      number: 38, text: "How the size and the date of Loughton changed",
      steps: Step.go(to: "loughton") + [.look]),
    Question(
      number: 39, text: "Where a part of the Act alone can be fined",
      steps: ["5", "F", .look, "Enter", .look]),
    Question(
      number: 40, text: "Which rounds sources disagree on, and by how much they count",
      steps: ["2"] + Step.filter("confidence:disputed") + [.look]),
  ]
}
