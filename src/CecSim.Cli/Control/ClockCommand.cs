using CecSim.Simulation.Clock;

namespace CecSim.Cli.Control;

/// <summary><c>cecsim clock</c>: a space's time, to read, to stop, to let run and to advance.</summary>
internal static class ClockCommand
{
    private static readonly string Rates =
        string.Create(CultureInfo.InvariantCulture, $"{ClockSettings.RateMin} to {ClockSettings.RateMax}");

    private static readonly Argument<double> Rate = new("RATE")
    {
        Description = $"Seconds of space time in one of real time, {Rates}.",
    };

    private static readonly Argument<TimeSpan> By = Durations.Argument("TIME", "How much time passes");

    public static Command Create()
    {
        Rate.Validators.Add(result =>
        {
            if (!double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var rate)
                || rate is not (>= ClockSettings.RateMin and <= ClockSettings.RateMax))
            {
                result.AddError($"RATE must be {Rates}.");
            }
        });
        return new Command("clock", "A space's time.")
        {
            new Command("show", "The time as it stands.").Does(ReadAsync),
            new Command("freeze", "Time stands still until it is advanced.").Does(
                (run, space) => ShowAsync(run, space.FreezeAsync(run.Ends))),
            new Command("run", "Time runs as fast as real time.").Does(
                (run, space) => ShowAsync(run, space.RunAsync(cancellationToken: run.Ends))),
            new Command("rate", "Time runs, at a rate.") { Rate }.Does(
                (run, space) => ShowAsync(run, space.RunAsync(run.Value(Rate), run.Ends))),
            new Command(
                "advance", "Lets time pass at once; ends when every answer that this released is written.") { By }
                .Does((run, space) => ShowAsync(run, space.AdvanceAsync(run.Value(By), run.Ends))),
            new Command("due", "What is due next, in the order in which it will happen.").Does(ListDueAsync),
            new Command("next", "Lets time pass to the next moment at which something is due.").Does(
                (run, space) => ShowAsync(run, space.AdvanceToNextAsync(run.Ends))),
        }
        .OfSpace()
        .Does(ReadAsync);
    }

    private static async Task<int> ListDueAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListDueAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListDueItem,
        due => TableWriter.Of(
            ["DUE", "WHAT"], due.Select(d => (string?[])[TableWriter.Time(d.At), d.What]), "Nothing is due."));

    private static Task<int> ReadAsync(ControlRun run, SpaceControl space) =>
        ShowAsync(run, space.ReadClockAsync(run.Ends));

    private static async Task<int> ShowAsync(ControlRun run, Task<ClockState> clock) =>
        run.Show(await clock, AnswerJson.Contract.ClockState, ClockText.Of);
}
