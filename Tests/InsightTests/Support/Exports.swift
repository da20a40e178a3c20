/// Every file of these tests sees the common support.
@_exported import Goldens
@_exported import TestSupport
