namespace CecSim.Simulation.Tests.RandomClients;

/// <summary>What holds whatever the clients, the scripts, the faults and the clock do.</summary>
public sealed class RandomClientsTests
{
    private static readonly Config Runs = PropertyRuns.Of(1_000);

    [Fact]
    public void No_event_is_lost_duplicated_or_out_of_order_and_no_dead_token_is_good_for_anything() =>
        Check(story =>
        {
            using var run = new RandomRun(story.Settings);
            run.Play(story.Moves);
            run.CheckThatNothingWasLost();
        });

    [Fact]
    public void The_same_seed_gives_the_same_transcript_to_the_byte_and_another_seed_another_one() =>
        Check(story =>
        {
            var transcript = TranscriptOf(story.Settings, story.Moves);

            Assert.Equal(transcript, TranscriptOf(story.Settings, story.Moves));
            Assert.NotEqual(
                transcript, TranscriptOf(story.Settings with { Seed = story.Settings.Seed + 1 }, story.Moves));
        });

    private static void Check(Action<(SpaceSettings Settings, Move[] Moves)> property) =>
        Prop.ForAll(RandomStories.Any, property).Check(Runs);

    private static string TranscriptOf(SpaceSettings settings, Move[] moves)
    {
        using var run = new RandomRun(settings);
        run.Play(moves);
        return run.Transcript;
    }
}
