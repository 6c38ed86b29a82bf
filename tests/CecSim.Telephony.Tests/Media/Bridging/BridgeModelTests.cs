using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Tests.WebRtc.Answering;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>
/// Two bridges beside each other of legs of any kind, with full ICE, without it, with any way to keys or none, and
/// whatever the four parties do: offers, holds, other codecs, answers to offers of the gateway and refusals of them,
/// loss, transfers. Who may hear somebody hears its own partner, and nobody
/// else.
/// </summary>
public sealed class BridgeModelTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(30).WithEndSize(12);
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
        OwnRefused,
        Glare,
        Music,
        Peer,
        Digits,
        Recode,
        Swap,
        Part,
        HangUp,
    }

    [Fact]
    public void Media_reach_the_partner_and_nobody_else() => Prop.ForAll(
        AnyRun().ToArbitrary(),
        run => Play([.. run.Shapes], run.Acts, run.Seed)).Check(Runs);

    private static Gen<(List<Shape> Shapes, List<(Act, int)> Acts, int Seed)> AnyRun() =>
        from shapes in AnyShape().ListOf(4)
        from acts in Gen.Zip(Gen.Elements(Enum.GetValues<Act>()), Gen.Choose(0, 3)).ListOf()
        from seed in Gen.Choose(1, 1000)
        select (shapes, acts, seed);

    private static Gen<Shape> AnyShape() =>
        from codecs in Gen.Shuffle(Codecs)
        from count in Gen.Choose(1, Codecs.Length)
        from security in Gen.Elements(Enum.GetValues<MediaSecurity>())
        from isCalled in Gen.Elements(false, true)
        from hasVideo in Gen.Elements(false, true)
        select new Shape(string.Join(' ', codecs.Take(count)), security, isCalled, hasVideo);

    private static void Play(Shape[] shapes, IReadOnlyList<(Act Act, int Who)> acts, int seed)
    {
        using var world = new BridgedWorld(seed, loss: 0.02, jitterMs: 10);
        var parties = shapes.Select((shape, i) => new Party(world, shape, i)).ToArray();
        var partner = new[] { 1, 0, 3, 2 };
        MediaBridge.Join(parties[0].Call, parties[1].Call);
        MediaBridge.Join(parties[2].Call, parties[3].Call);
        world.Run(seconds: 1);
        foreach (var (act, who) in acts)
        {
            Do(act, who, parties, partner);
            world.Run(seconds: 0.4);
            Array.ForEach(parties, p => p.Begin());
            world.Run(seconds: 0.6);
            for (var i = 0; i < parties.Length; i++)
            {
                parties[i].Judge(partner[i] < 0 ? null : parties[partner[i]], $"party {i} after {act} of {who}");
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
            case Act.OwnRefused:
                // 488, or 491 of a peer that offers too: RFC 3261 section 14.1.
                party.Call.WriteOffer(MediaDirection.SendOnly);
                break;
            case Act.Glare:
                party.Call.WriteOffer(MediaDirection.SendReceive);
                party.Reoffer(MediaDirection.SendReceive);
                break;
            case Act.Music or Act.Peer:
                party.Call.Source = act == Act.Music ? MediaSource.Tone : MediaSource.Peer;
                break;
            case Act.Digits:
                party.Call.SendDigits("5");
                break;
            case Act.Recode:
                party.Recode();
                break;
            case Act.Part:
                Part(who, partner);
                party.Call.BridgeLeg?.Join.Leave(party.Call);
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

    /// <param name="Codecs">Of sound, best first.</param>
    /// <param name="IsCalled">The gateway makes the first offer.</param>
    private sealed record Shape(string Codecs, MediaSecurity Security, bool IsCalled, bool HasVideo);

    private sealed class Party
    {
        private readonly byte[] _picture;
        private readonly bool _hasVideo;
        private readonly int _pitch;
        private readonly List<Codec> _codecs;

        public Party(BridgedWorld world, Shape shape, int number)
        {
            _hasVideo = shape.HasVideo;
            _pitch = Pitches[number];

            // The descriptor begins a picture, whose header is that of a key frame: RFC 7741 section 4.
            _picture = [0x10, 0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)number];
            var codecs = shape.Codecs.Split(' ').Select(Enum.Parse<Codec>).ToList();
            IReadOnlyList<Codec> all = shape.HasVideo ? [.. codecs, Codec.Vp8] : codecs;
            Leg = shape.Security == MediaSecurity.Dtls
                ? EmulatedLeg.Browser(world, all)
                : EmulatedLeg.Phone(world, shape.Security, all);
            _codecs = codecs;
            Leg.Pitch = _pitch;
            var wishes = new MediaOptions { Source = MediaSource.Peer, TakesPhones = true, Security = shape.Security };
            Call = shape.IsCalled ? Leg.BeCalled(wishes) : Leg.Call(wishes);
        }

        public EmulatedLeg Leg { get; }

        public MediaCall Call { get; }

        private MediaDirection Direction => Call.Report().Lines[0].Direction;

        private bool IsOver => Call.Report().End is not null;

        public void Begin()
        {
            Leg.Heard.Clear();
            if (_hasVideo && !IsOver)
            {
                Leg.SendVideo(_picture, timestamp: 90_000, marker: true);
            }
        }

        public void Reoffer(MediaDirection direction)
        {
            var offer = Leg.WriteOffer(direction);
            var answer = GatewayUnderTest.Accepted(Call.Reoffer(offer)).Sdp;
            AnswerRules.AssertKept(offer, answer, isFirst: false);
            Leg.TakeAnswer(answer);
        }

        /// <summary>A later offer has another of its codecs.</summary>
        public void Recode() => Leg.ChangeCodec(
            Call, _codecs[(_codecs.IndexOf(Leg.Codec!.Value) + 1) % _codecs.Count]);

        public void BeOffered(MediaDirection direction)
        {
            var offer = Call.WriteOffer(direction);
            var answer = Leg.Answer(offer);
            AnswerRules.AssertKept(offer, answer, isFirst: false);
            Assert.Null(Call.TakeAnswer(answer));
        }

        public void Judge(Party? partner, string when)
        {
            // A decoder of G.722 is out of step for a while after each loss, and then there is no pitch to speak of.
            // The tone of the gateway has pauses.
            var heard = Leg.PitchHeard(0.6);
            if (heard is not null || (Leg.Codec != Codec.G722 && Call.Source != MediaSource.Tone))
            {
                Assert.Equal((when, Hears(partner)), (when, heard));
            }

            if (Call.Source == MediaSource.Peer)
            {
                var pictures = Leg.Heard.Where(h => h.Kind == ForwardedKind.Picture);
                Assert.All(pictures, h => Assert.Equal(partner?._picture, h.Payload));
            }
        }

        private int? Hears(Party? partner) =>
            IsOver || !Direction.Sends() ? null
            : Call.Source == MediaSource.Tone ? 440
            : partner is { IsOver: false } && partner.Direction.Receives() ? partner._pitch
            : null;
    }
}
