using Spectre.Console;

namespace CecSim.LoadTests.CommandLine;

/// <summary>A line for each thing that begins; on a terminal also one that changes once a second.</summary>
internal sealed class LineProgress(IAnsiConsole console)
{
    private static readonly string[] Blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

    private readonly Queue<double> _recent = new();

    /// <param name="part">A part of the run that does not count; null for the one that does.</param>
    public void Server(string name, int run, string? part)
    {
        EndLine();
        _recent.Clear();
        console.MarkupLineInterpolated($"[bold]{name}[/], run {run}{(part is null ? "" : $", {part}")}");
    }

    public void Phase(string text)
    {
        EndLine();
        console.MarkupLineInterpolated($"  [grey]{text}[/]");
    }

    public void Sampled(Sample sample)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return;
        }

        _recent.Enqueue(sample.AnswersPerSecond);
        if (_recent.Count > 30)
        {
            _recent.Dequeue();
        }

        var most = Math.Max(1, _recent.Max());
        var line = string.Concat(_recent.Select(r => Blocks[(int)(r / most * (Blocks.Length - 1))]));
        var held = sample.HeldPolls is { } polls ? $"{polls,7} held" : "";
        var cost = sample.ResidentMegabytes is { } resident ? $"{resident,6:0} MB  {sample.CpuPercent,4:0} %" : "";
        var rate = string.Create(
            CultureInfo.InvariantCulture,
            $"  {sample.Second,5:0} s {sample.AnswersPerSecond,9:0}/s  p99 {sample.P99Milliseconds,7:0.0} ms");
        var width = Math.Max(1, console.Profile.Width - 1);
        console.Write("\r" + $"{rate} {held} {cost} {line}".PadRight(width)[..width]);
    }

    private void EndLine()
    {
        if (_recent.Count > 0)
        {
            console.WriteLine();
        }
    }
}
