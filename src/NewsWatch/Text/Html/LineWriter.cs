namespace NewsWatch.Text.Html;

/// <summary>Writes text with spaces collapsed, none at the ends of lines, and no empty lines.</summary>
internal ref struct LineWriter(Span<char> buffer, bool lines)
{
    private readonly Span<char> buffer = buffer;
    private int length;
    private bool space;
    private bool line;

    public void Space() => space = true;

    public void Line()
    {
        if (lines) line = true;
        else space = true;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (length > 0 && (line || space)) buffer[length++] = line ? '\n' : ' ';
        line = space = false;
        text.CopyTo(buffer[length..]);
        length += text.Length;
    }

    public readonly string Finish() => new(buffer[..length]);
}
