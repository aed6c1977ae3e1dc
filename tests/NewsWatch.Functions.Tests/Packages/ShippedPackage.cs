namespace NewsWatch.Functions.Tests.Packages;

/// <summary>A package of which something is published.</summary>
/// <param name="Name">Its name, as its owner spells it.</param>
/// <param name="Version">The version that is published.</param>
internal sealed record ShippedPackage(string Name, string Version);
