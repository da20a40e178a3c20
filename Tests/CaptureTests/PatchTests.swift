import Testing

@testable import Capture

@Suite("The patch of added lines")
struct PatchTests {
  @Test("a line at the end and a line in the middle are two hunks with their context")
  func twoHunks() {
    let before = (1...20).map { "line \($0)\n" }.joined()
    let after = before.replacing("line 5\n", with: "line 5\nnew a\n") + "new b\n"
    #expect(
      Patch.adding(from: before, to: after, path: "data/x.csv") == """
        --- a/data/x.csv
        +++ b/data/x.csv
        @@ -3,6 +3,7 @@
         line 3
         line 4
         line 5
        +new a
         line 6
         line 7
         line 8
        @@ -18,3 +19,4 @@
         line 18
         line 19
         line 20
        +new b

        """)
  }

  @Test("nothing added is no patch")
  func nothing() { #expect(Patch.adding(from: "a\n", to: "a\n", path: "x").isEmpty) }
}
