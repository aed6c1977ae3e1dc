using Spectre.Console;

namespace NewsWatch.Cli.Output;

/// <summary>How far long work has come: a bar on a terminal, nothing elsewhere.</summary>
internal sealed class Meter
{
    private readonly ProgressTask? task;

    private Meter(ProgressTask? task) => this.task = task;

    /// <summary>One that shows nothing.</summary>
    public static Meter None { get; } = new(null);

    /// <summary>Shows a bar while work goes on, and takes it away at the end.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="what">What is done, such as <c>Reading pages</c>.</param>
    /// <param name="work">The work, which moves the bar.</param>
    public static async Task<T> ShowAsync<T>(Screen screen, string what, Func<Meter, Task<T>> work)
    {
        if (!screen.ShowsProgress)
            return await work(None);
        return await screen.Bars().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new CountColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(what), maxValue: 1);
                task.IsIndeterminate = true;
                return await work(new(task));
            });
    }

    /// <summary>Says how much there is to do; until then nobody knows.</summary>
    public void Expect(int total)
    {
        if (task is null)
            return;
        task.IsIndeterminate = false;
        task.MaxValue = Math.Max(1, total);
    }

    /// <summary>One more is done.</summary>
    public void Step() => task?.Increment(1);

    /// <summary>So many are done.</summary>
    public void At(int done)
    {
        if (task is not null)
            task.Value = Math.Min(done, task.MaxValue);
    }

    /// <summary>Says what is done now.</summary>
    public void Say(string what)
    {
        if (task is not null)
            task.Description = Markup.Escape(Outside.Line(what));
    }


    /// <summary>How many of how many.</summary>
    private sealed class CountColumn : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(
            Spectre.Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime)
            => new Spectre.Console.Text(task.IsIndeterminate
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{task.Value:0}")
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}"));
    }
}
