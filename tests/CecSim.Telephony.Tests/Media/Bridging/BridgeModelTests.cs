using CecSim.Telephony.Tests.WebRtc.Answering;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>
/// Two bridges beside each other, and whatever the four parties do: offers, holds, answers to offers of the gateway,
/// loss, transfers. Whoever hears something hears its own partner, and nobody else.
/// </summary>
public sealed class BridgeModelTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(12);
    private static readonly int[] Pitches = [400, 700, 1000, 1300];
    private static readonly Codec[] Codecs = [Codec.Opus, Codec.Pcmu, Codec.Pcma, Codec.G722];

    private enum Act
    {
        Hold,
        Listen,
        Rest,
        Talk,
        OwnHold,
        OwnTalk,
        Music,
        Peer,
        Digits,
        Swap,
        Part,
        HangUp,
    }

    [Fact]
    public void Media_reach_the_partner_and_nobody_else() => Prop.ForAll(
        Gen.Zip(
            Gen.Choose(0, 80).ListOf(4),
            Gen.Zip(Gen.Elements(Enum.GetValues<Act>()), Gen.Choose(0, 3)).ListOf()).ToArbitrary(),
        run => Play([.. run.Item1], [.. run.Item2])).Check(Runs);

    private static void Play(int[] kinds, IReadOnlyList<(Act Act, int Who)> acts)
    {
        using var world = new BridgedWorld(seed: kinds.Sum(), loss: 0.02, jitterMs: 10);
        var parties = kinds.Select((kind, i) => new Party(world, kind, Pitches[i])).ToArray();
        var partner = new[] { 1, 0, 3, 2 };
        MediaBridge.Join(parties[0].Call, parties[1].Call);
        MediaBridge.Join(parties[2].Call, parties[3].Call);
        world.Run(seconds: 0.6);
        foreach (var (act, who) in acts)
        {
            Do(act, who, parties, partner);
            world.Run(seconds: 0.4);
            parties.ToList().ForEach(p => p.Leg.Heard.Clear());
            world.Run(seconds: 0.6);
            for (var i = 0; i < parties.Length; i++)
            {
                parties[i].Judge(partner[i] < 0 ? null : parties[partner[i]]);
            }
        }

        foreach (var party in parties)
        {
            party.Call.Close();
        }

        Assert.Equal((0, 0), (world.Gateway.Counts.Calls, world.Gateway.Counts.Names));
        Assert.Equal((0, 0), (world.Gateway.Counts.Addresses, world.Phones.Open));
        Assert.Empty(world.Guard.Failures);
    }

    private static void Do(Act act, int who, Party[] parties, int[] partner)
    {
        var party = parties[who];
        if (party.Call.Report().End is not null)
        {
            return;
        }

        switch (act)
        {
            case Act.Hold or Act.Listen or Act.Rest or Act.Talk:
                party.Reoffer(act switch
                {
                    Act.Hold => MediaDirection.SendOnly,
                    Act.Listen => MediaDirection.ReceiveOnly,
                    Act.Rest => MediaDirection.Inactive,
                    _ => MediaDirection.SendReceive,
                });
                break;
            case Act.OwnHold or Act.OwnTalk:
                party.BeOffered(act == Act.OwnHold ? MediaDirection.SendOnly : MediaDirection.SendReceive);
                break;
            case Act.Music or Act.Peer:
                party.Call.Source = act == Act.Music ? MediaSource.Tone : MediaSource.Peer;
                break;
            case Act.Digits:
                party.Call.SendDigits("5");
                break;
            case Act.Part:
                Part(who, partner);
                party.Call.BridgeLeg?.Bridge.Part();
                break;
            case Act.HangUp:
                Part(who, partner);
                party.Call.Close();
                break;
            case Act.Swap when parties[who ^ 2].Call.Report().End is null:
                Part(who, partner);
                Part(who ^ 2, partner);
                (partner[who], partner[who ^ 2]) = (who ^ 2, who);
                MediaBridge.Join(party.Call, parties[who ^ 2].Call);
                break;
            default:
                break;
        }
    }

    private static void Part(int who, int[] partner)
    {
        if (partner[who] >= 0)
        {
            partner[partner[who]] = -1;
            partner[who] = -1;
        }
    }

    private sealed class Party
    {
        private readonly int _pitch;

        public Party(BridgedWorld world, int kind, int pitch)
        {
            _pitch = pitch;
            var codec = Codecs[kind % Codecs.Length];
            var security = (MediaSecurity)(kind / Codecs.Length % 3);
            Leg = security == MediaSecurity.Dtls
                ? EmulatedLeg.Browser(world, codec)
                : EmulatedLeg.Phone(world, security, codec);
            Leg.Pitch = pitch;
            var wishes = new MediaOptions { Source = MediaSource.Peer, TakesPhones = true, Security = security };
            Call = kind >= 40 && security != MediaSecurity.Dtls ? Leg.BeCalled(wishes) : Leg.Call(wishes);
        }

        public EmulatedLeg Leg { get; }

        public MediaCall Call { get; }

        public void Reoffer(MediaDirection direction)
        {
            var offer = Leg.WriteOffer(direction);
            var answer = GatewayUnderTest.Accepted(Call.Reoffer(offer)).Sdp;
            AssertKept(offer, answer);
            Leg.TakeAnswer(answer);
        }

        public void BeOffered(MediaDirection direction)
        {
            Assert.Null(Call.TakeAnswer(Leg.Answer(Call.WriteOffer(direction))));
        }

        public void Judge(Party? partner)
        {
            var hears = Leg.PitchHeard(0.6);
            int?[] may = Call.Source == MediaSource.Tone
                ? [null, 440]
                : [null, partner?._pitch];
            Assert.Contains(hears, may);
        }

        private static void AssertKept(string offer, string answer)
        {
            var broken = AnswerRules.BrokenBy(offer, answer);
            Assert.True(broken.Count == 0, $"{string.Join("; ", broken)}\n{offer}\n{answer}");
        }
    }
}
