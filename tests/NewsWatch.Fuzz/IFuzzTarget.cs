namespace NewsWatch.Fuzz;

/// <summary>One reader of what comes from outside, with what it promises.</summary>
internal interface IFuzzTarget
{
    /// <summary>What it is called at the command line, and the folder of its corpus.</summary>
    string Name { get; }

    /// <summary>The dictionary with the words of its language, without <c>.dict</c>; null where it has none.</summary>
    string? Dictionary { get; }

    /// <summary>Bytes up to which <see cref="Bound"/> holds.</summary>
    int Longest => 256 * 1024;

    /// <summary>Processor time that one input may take.</summary>
    TimeSpan Bound => TimeSpan.FromSeconds(1);

    /// <summary>Reads an input and checks every promise.</summary>
    /// <exception cref="BrokenPromiseException">One is broken; any other exception is a broken one too.</exception>
    void Read(byte[] input);
}
