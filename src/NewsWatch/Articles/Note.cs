namespace NewsWatch.Articles;

/// <summary>An analyst's note on an article or a dossier: for colleagues to read, of no consequence to any verdict.</summary>
/// <param name="Text">What it says, plain text; never empty.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record Note(string Text, string By, DateTimeOffset At)
{
    /// <summary>Most UTF-16 code units of a note.</summary>
    public const int MaxLength = 4000;

    /// <summary>Why a note cannot be taken, one line; null where it can.</summary>
    public static string? Fault(string text, string by)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.IsNullOrWhiteSpace(by) ? "Say who writes the note."
            : string.IsNullOrWhiteSpace(text) ? "A note needs some words."
            : text.Length > MaxLength ? $"A note has at most {MaxLength} characters."
            : null;
    }

    /// <summary>The notes with one more; the very ones given where the last is the same, as when a form is sent twice.</summary>
    public static IReadOnlyList<Note> Add(IReadOnlyList<Note> notes, Note note)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(note);
        return notes is [.., var last] && last.Text == note.Text && last.By == note.By ? notes : [.. notes, note];
    }
}
