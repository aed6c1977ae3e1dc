namespace NewsWatch.Fuzz.Mutating;

/// <summary>
/// Changes inputs of a corpus, as a seed has it: the same seed and corpus give the same inputs. Beside the small changes that any fuzzer makes
/// it repeats a piece hundreds of times, which is what shows time that grows faster than the input.
/// </summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> corpus, IReadOnlyList<byte[]> words, int longest)
{
    private const int MostChanges = 6;
    private const int OneInLong = 24;

    private static readonly byte[] Telling = [0, 9, 10, 13, 32, 34, 37, 38, 39, 42, 47, 58, 60, 62, 92, 127, 128, 159, 160, 192, 237, 255];

    private readonly Random random = new(seed);

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        var input = Any(corpus);
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
            input = Change(input);
        if (random.Next(OneInLong) == 0)
            input = Repeat(input, longest);
        return input.Length <= longest ? input : input[..longest];
    }

    private byte[] Change(byte[] input) => random.Next(9) switch
    {
        0 => Set(input, (byte)random.Next(256)),
        1 => Set(input, Any(Telling)),
        2 => Insert(input, [Any(Telling)]),
        3 or 4 when words.Count > 0 => Insert(input, Any(words)),
        5 => Delete(input),
        6 => Insert(input, Piece(input)),
        7 => Insert(input, Piece(Any(corpus))),
        8 => Repeat(input, Math.Min(longest, 4096)),
        _ => Set(input, (byte)random.Next(256)),
    };

    private byte[] Set(byte[] input, byte value)
    {
        if (input.Length == 0)
            return [value];
        var changed = (byte[])input.Clone();
        changed[random.Next(changed.Length)] = value;
        return changed;
    }

    private byte[] Insert(byte[] input, byte[] piece)
    {
        var at = random.Next(input.Length + 1);
        return [.. input.AsSpan(0, at), .. piece, .. input.AsSpan(at)];
    }

    private byte[] Delete(byte[] input)
    {
        var (at, length) = Stretch(input);
        return [.. input.AsSpan(0, at), .. input.AsSpan(at + length)];
    }

    /// <summary>A piece of the input over and over, up to a length.</summary>
    private byte[] Repeat(byte[] input, int most)
    {
        var (at, length) = Stretch(input);
        if (random.Next(3) == 0 && words.Count > 0)
        {
            var word = Any(words);
            (input, length) = ([.. input.AsSpan(0, at), .. word, .. input.AsSpan(at)], word.Length);
        }
        if (length == 0 || input.Length >= most)
            return input;
        var repeated = new byte[most - most % length];
        for (var start = 0; start < repeated.Length; start += length)
            input.AsSpan(at, length).CopyTo(repeated.AsSpan(start));
        return [.. input.AsSpan(0, at), .. repeated.AsSpan(0, Math.Max(0, repeated.Length - input.Length)), .. input.AsSpan(at)];
    }

    private byte[] Piece(byte[] input)
    {
        var (at, length) = Stretch(input);
        return input[at..(at + length)];
    }

    /// <summary>Short stretches mostly, long ones sometimes.</summary>
    private (int Start, int Length) Stretch(byte[] input)
    {
        var start = random.Next(input.Length + 1);
        var room = input.Length - start;
        return (start, random.Next(Math.Min(room, random.Next(4) == 0 ? room : 24) + 1));
    }

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
