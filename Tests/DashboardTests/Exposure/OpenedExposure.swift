import Canvas
import Insight

@testable import Dashboard

/// The exposure screen of the small chain of compute, opened on a view.
func openedExposure(
  _ view: ExposureView = .graph, _ size: Size = Size(width: 120, height: 40)
) throws -> State {
  var state = State.opened(.exposure, try ReachPackage.world(), size: size)
  state.type(String(view.key))
  return state
}
