using NewsWatch.Tests.Storage.Azure;

namespace NewsWatch.Tests.Telemetry;

/// <summary>Tests that listen to what the whole process tells of itself: alone, or they would hear the others.</summary>
[CollectionDefinition(nameof(TelemetryCollection), DisableParallelization = true)]
public sealed class TelemetryCollection : ICollectionFixture<Azurite>;
