using CecSim.Telephony.Media.Bridging;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>Three and more legs: each hears the others and not itself. Each party has a pitch of its own.</summary>
public sealed class ConferenceTests : IDisposable
{
    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };
    private static readonly MediaOptions Called = Joined with { Security = MediaSecurity.Plain };
    private static readonly int[] Pitches = [440, 700, 1000, 1300];

    private readonly BridgedWorld _world = new();

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
    }

    [Theory]
    [InlineData(Codec.Pcmu, Codec.Pcmu, Codec.Pcmu)]
    [InlineData(Codec.Opus, Codec.Pcma, Codec.G722)]
    [InlineData(Codec.Opus, Codec.Opus, Codec.G722)]
    [InlineData(Codec.Opus, Codec.Opus, Codec.Opus, Codec.Opus)]
    [Shows("6/conference")]
    public void Each_hears_all_others_and_not_itself(params Codec[] codecs)
    {
        var (legs, calls) = Meet(codecs);
        using var conference = MediaConference.Join([.. calls.Select(c => new ConferenceMember(c))]);

        _world.Run(seconds: 4);

        foreach (var (leg, index) in legs.Select((l, i) => (l, i)))
        {
            for (var i = 0; i < legs.Count; i++)
            {
                var share = leg.ShareHeard(Pitches[i]);
                Assert.True(i == index ? share < 0.01 : share > 0.1, $"{index} hears {share:f3} of {i}");
            }
        }
    }

    [Fact]
    public void Who_listens_hears_both_and_is_heard_by_none()
    {
        var (legs, calls) = Meet(Codec.Pcmu, Codec.Pcmu, Codec.Pcmu);
        using var conference = MediaConference.Join(
            new(calls[0]), new(calls[1]), new ConferenceMember(calls[2], IsHeard: false));

        _world.Run(seconds: 4);

        Assert.True(legs[2].ShareHeard(Pitches[0]) > 0.3);
        Assert.True(legs[2].ShareHeard(Pitches[1]) > 0.3);
        Assert.True(legs[0].ShareHeard(Pitches[2]) < 0.01);
        Assert.True(legs[1].ShareHeard(Pitches[0]) > 0.8);
    }

    [Fact]
    public void Whoever_ends_leaves_and_the_others_go_on()
    {
        var (legs, calls) = Meet(Codec.Pcmu, Codec.Opus, Codec.Pcma);
        using var conference = MediaConference.Join([.. calls.Select(c => new ConferenceMember(c))]);
        _world.Run(seconds: 1);

        calls[0].Close();
        _world.Run(seconds: 3);

        Assert.Equal([calls[1], calls[2]], conference.Members);
        Assert.Equal((Pitches[2], Pitches[1]), (legs[1].PitchHeard(), legs[2].PitchHeard()));
    }

    [Fact]
    public void A_leg_of_a_bridge_leaves_it_for_a_conference_and_comes_back_to_a_bridge()
    {
        var (legs, calls) = Meet(Codec.Pcmu, Codec.Pcmu, Codec.Pcmu);
        using var before = MediaBridge.Join(calls[0], calls[1]);
        _world.Run(seconds: 1);
        using var conference = MediaConference.Join([.. calls.Select(c => new ConferenceMember(c))]);
        Assert.True(before.IsOver);
        _world.Run(seconds: 1);

        using var after = MediaBridge.Join(calls[1], calls[2]);
        _world.Run(seconds: 3);

        Assert.Equal([calls[0]], conference.Members);
        Assert.Equal((Pitches[2], Pitches[1]), (legs[1].PitchHeard(), legs[2].PitchHeard()));
    }

    [Fact]
    public void Nobody_is_in_a_conference_twice_and_an_empty_one_is_none()
    {
        var (_, calls) = Meet(Codec.Pcmu);

        Assert.Throws<ArgumentException>(() => MediaConference.Join());
        Assert.Throws<ArgumentException>(() => MediaConference.Join(new(calls[0]), new(calls[0])));
    }

    [Theory]
    [InlineData(0.05, 30)]
    public void A_rough_way_is_heard_through(double loss, int jitterMs)
    {
        using var rough = new BridgedWorld(seed: 3, loss: loss, jitterMs: jitterMs);
        var (legs, calls) = Meet(rough, Codec.Pcmu, Codec.Opus, Codec.Pcmu);
        using var conference = MediaConference.Join([.. calls.Select(c => new ConferenceMember(c))]);

        rough.Run(seconds: 10);

        Assert.True(legs[0].ShareHeard(Pitches[1]) > 0.1);
        Assert.True(legs[0].ShareHeard(Pitches[2]) > 0.1);
        Assert.Empty(rough.Guard.Failures);
    }

    private (List<EmulatedLeg> Legs, List<MediaCall> Calls) Meet(params IReadOnlyList<Codec> codecs) =>
        Meet(_world, codecs);

    private static (List<EmulatedLeg> Legs, List<MediaCall> Calls) Meet(
        BridgedWorld world, params IReadOnlyList<Codec> codecs)
    {
        List<EmulatedLeg> legs = [];
        List<MediaCall> calls = [];
        foreach (var codec in codecs)
        {
            var leg = legs.Count == 0 ? EmulatedLeg.Browser(world, codec) : EmulatedLeg.Phone(world, codecs: codec);
            leg.Pitch = Pitches[legs.Count];
            calls.Add(legs.Count == 0 ? leg.Call(Joined) : leg.BeCalled(Called));
            legs.Add(leg);
        }

        return (legs, calls);
    }
}
