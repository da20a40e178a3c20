/// Every file of these tests sees the common support.
@_exported import TestSupport

/// The generator of the tests, not that of the same name that lays out graphs.
typealias SplitMix64 = TestSupport.SplitMix64
