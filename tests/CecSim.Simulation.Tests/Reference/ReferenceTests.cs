namespace CecSim.Simulation.Tests.Reference;

/// <summary>
/// The contact centre against its reference: whatever callers, agents and time do, both tell the same. FsCheck prints
/// the seed of a failing run; put into <c>WithReplay</c> it plays it again.
/// </summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_contact_centre_does_what_the_reference_does_and_tenants_never_mix() => Prop
        .ForAll(RandomCentres.Any, story =>
        {
            using var one = new CentreRun(story.Tenants[0]);
            using var other = new CentreRun(story.Tenants[1]);
            foreach (var move in story.Moves)
            {
                var run = move.Tenant == 0 ? one : other;
                if (move.Kind >= 6)
                {
                    run.Advance(TimeSpan.FromMilliseconds(move.Milliseconds));
                }
                else
                {
                    run.Play(move);
                }
            }

            one.CheckThatNothingIsLeft();
            other.CheckThatNothingIsLeft();
        })
        .Check(PropertyRuns.Of(500));
}
