namespace NewsWatch.Fuzz;

/// <summary>A reader did not keep what it promises; the message says which promise.</summary>
internal sealed class BrokenPromiseException(string promise) : Exception(promise);
