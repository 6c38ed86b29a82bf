using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Conferencing;

namespace CecSim.Telephony.Media;

/// <summary>
/// Joins three legs or more: each hears the sum of all others and not itself, at the rate that all of them have. Keys
/// and pictures stay with the leg that they came from. Any thread may call it.
/// </summary>
public sealed class MediaConference : IDisposable, IMediaJoin
{
    private const int FrameMs = 20;

    /// <summary>Who slept for longer goes on from there and makes nothing up.</summary>
    private const int FramesAtOnceMax = 5;

    private readonly Lock _gate = new();
    private readonly List<Member> _members;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly int[] _sum;
    private readonly short[] _frame;
    private long _mixedCount;
    private bool _isMixing;

    private MediaConference(IReadOnlyList<ConferenceMember> members)
    {
        var codecs = members.Select(m => m.Call.Codec ?? Codec.Pcmu).ToList();
        var rate = codecs.Min(c => c.SampleRate());
        _sum = new int[rate * FrameMs / 1000];
        _frame = new short[_sum.Length];
        _members =
        [
            .. members.Zip(
                codecs, (m, codec) => new Member(m.Call, m.IsHeard, new ConferenceVoice(codec, rate), _sum.Length)),
        ];
        _clock = members[0].Call.Clock;
        _began = _clock.GetTimestamp();
    }

    /// <summary>Who is in it still.</summary>
    public IReadOnlyList<MediaCall> Members
    {
        get
        {
            lock (_gate)
            {
                return [.. _members.Select(m => m.Call)];
            }
        }
    }

    /// <summary>
    /// Joins legs from here on; a bridge or conference that one of them is in before it leaves. Whoever ends leaves.
    /// </summary>
    /// <exception cref="ArgumentException">One of them is in it twice, or there is nobody.</exception>
    public static MediaConference Join(params IReadOnlyList<ConferenceMember> members)
    {
        if (members.Count == 0 || members.DistinctBy(m => m.Call).Count() != members.Count)
        {
            throw new ArgumentException("A conference has members, and each of them once.", nameof(members));
        }

        var conference = new MediaConference(members);
        foreach (var member in conference._members.ToList())
        {
            member.Call.BridgeLeg?.Join.Leave(member.Call);
            if (!member.Call.Join(new BridgeLeg(conference, member.Said, member.Heard)))
            {
                ((IMediaJoin)conference).Leave(member.Call);
            }
        }

        return conference;
    }

    /// <summary>From its return on nobody hears anybody by it.</summary>
    public void Dispose()
    {
        foreach (var call in Members)
        {
            ((IMediaJoin)this).Leave(call);
        }
    }

    void IMediaJoin.Take(MediaCall from)
    {
        lock (_gate)
        {
            if (_members.Find(m => m.Call == from) is { } member)
            {
                while (member.Said.TryTake(out var packet))
                {
                    member.Voice.Take(packet);
                    ForwardQueue.Release(packet);
                }
            }
        }
    }

    // The first member's ticks are the conference's; each of the others is given what is for it without this gate.
    void IMediaJoin.Tick(MediaCall of)
    {
        List<MediaCall> given;
        lock (_gate)
        {
            if (_isMixing || _members is not [var first, ..] || first.Call != of)
            {
                return;
            }

            _isMixing = true;
            Mix();
            given = [.. _members.Select(m => m.Call)];
        }

        try
        {
            given.ForEach(c => c.TakeForwarded(this));
        }
        finally
        {
            lock (_gate)
            {
                _isMixing = false;
            }
        }
    }

    void IMediaJoin.Leave(MediaCall gone)
    {
        lock (_gate)
        {
            _members.RemoveAll(m => m.Call == gone);
        }

        gone.Part(this);
    }

    private void Mix()
    {
        var due = (long)(_clock.GetElapsedTime(_began).TotalMilliseconds / FrameMs);
        _mixedCount = Math.Max(_mixedCount, due - FramesAtOnceMax);
        for (; _mixedCount < due; _mixedCount++)
        {
            MixFrame();
        }
    }

    private void MixFrame()
    {
        Array.Clear(_sum);
        foreach (var member in _members)
        {
            member.Voice.Read(member.Frame);
            for (var i = 0; member.IsHeard && i < _sum.Length; i++)
            {
                _sum[i] += member.Frame[i];
            }
        }

        var now = _clock.GetTimestamp();
        foreach (var member in _members)
        {
            for (var i = 0; i < _sum.Length; i++)
            {
                var others = _sum[i] - (member.IsHeard ? member.Frame[i] : 0);
                _frame[i] = (short)Math.Clamp(others, short.MinValue, short.MaxValue);
            }

            member.Voice.Send(_frame, member.Heard, (uint)_began, now);
        }
    }

    private sealed class Member(MediaCall call, bool isHeard, ConferenceVoice voice, int frameLength)
    {
        public MediaCall Call => call;

        public bool IsHeard => isHeard;

        public ConferenceVoice Voice => voice;

        /// <summary>What it has just said.</summary>
        public short[] Frame { get; } = new short[frameLength];

        /// <summary>What it has for the others: each of its packets is wanted.</summary>
        public ForwardQueue Said { get; } = new() { IsWanted = true };

        public ForwardQueue Heard { get; } = new();
    }
}

/// <summary>One leg of a conference.</summary>
/// <param name="IsHeard">Else it listens, and nobody hears it.</param>
public readonly record struct ConferenceMember(MediaCall Call, bool IsHeard = true);
