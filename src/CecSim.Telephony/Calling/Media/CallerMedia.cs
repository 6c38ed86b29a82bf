using System.Net;
using CecSim.Guarding;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Calling.Media;

/// <summary>
/// The media of one placed call: its UDP port, the way to the gateway, and what each line sends and hears. One receive
/// loop and no timer of its own; <see cref="Tick"/> comes from its owner.
/// </summary>
internal sealed class CallerMedia : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly PacketPort _port;
    private readonly CallerTransport _transport;
    private readonly LineTable _lines;
    private readonly CallDescription _description;
    private readonly CallPlan _plan;
    private readonly HashSet<Codec> _allowed;
    private readonly TimeProvider _clock;
    private readonly long _beganAt;
    private IceCredentials? _remote;
    private TimeSpan? _connectedAfter;

    public CallerMedia(CallPlan plan, IPAddress local, DtlsIdentity identity, TimeProvider clock, Guard guard)
    {
        _plan = plan;
        _clock = clock;
        _beganAt = clock.GetTimestamp();
        _allowed = [.. plan.AudioCodecs, .. plan.VideoCodecs];
        _port = new PacketPort(new IPEndPoint(local, 0));
        _transport = new CallerTransport(identity, plan.Profiles, plan.Limits.Consent, _port.Send, clock);
        _lines = new LineTable(new LinePaths(_transport, trouble: null, clock), clock);
        _description = new CallDescription([_port.Local], identity.Fingerprint)
        {
            IsLite = false,
        };
        _port.Start(Receive, guard, _ => Close());
    }

    /// <summary>How far the media have come; each is true in its turn, or false when they end before.</summary>
    public MediaMilestones Milestones { get; } = new();

    /// <summary>How many lines the call was to have and has.</summary>
    public int LinesTaken { get; private set; }

    /// <summary>Where the answer says that the gateway is.</summary>
    public string Candidates { get; private set; } = "";

    public string WriteOffer()
    {
        lock (_gate)
        {
            return _description.FirstOffer(
                _transport.Ice.Credentials, [.. _plan.AudioCodecs, .. _plan.VideoCodecs]);
        }
    }

    /// <summary>Goes where the answer says. Null, or what is wrong with the answer.</summary>
    public string? Begin(string sdp)
    {
        lock (_gate)
        {
            if (SdpAnswer.Read(sdp, _allowed, out var detail) is not { } answer)
            {
                return detail;
            }

            var candidates = answer.Candidates
                .Where(c => c.AddressFamily == _port.Local.AddressFamily)
                .ToList();
            if (candidates.Count == 0)
            {
                return $"The answer names no address that can be reached from {_port.Local.Address}.";
            }

            _remote = answer.Offer.Ice;
            Candidates = string.Join(" or ", candidates);
            if (!_description.Settle(answer.Description, answer.Offer, _lines, _plan.Plays))
            {
                return "The answer has not the m-lines of the offer.";
            }

            LinesTaken = _lines.Active.Count();
            _transport.Begin(answer with { Candidates = candidates });
            return null;
        }
    }

    /// <summary>Answers a later offer of the gateway, hold for example, or makes one when it brings none.</summary>
    public InviteDecision Reoffer(string sdp)
    {
        lock (_gate)
        {
            if (sdp.Length == 0)
            {
                return new InviteDecision.Answer(_description.Offer(_transport.Ice.Credentials, _lines));
            }

            if (Offer.Read(sdp, _allowed, out _, out var detail) is not { } offer)
            {
                return new InviteDecision.Refuse(488) { Why = detail };
            }

            if (offer.Lines.Count < _lines.Count || offer.Ice.Fragment != _remote?.Fragment)
            {
                return new InviteDecision.Refuse(488)
                {
                    Why = offer.Lines.Count < _lines.Count
                        ? $"The offer has {offer.Lines.Count} m-lines where the call has {_lines.Count}"
                        : "The offer restarts ICE, which this side does not",
                };
            }

            var isClient = _transport.Dtls.IsClientFor(offer.Setup);
            _transport.Dtls.Expect(offer.Fingerprints, isClient);
            return new InviteDecision.Answer(
                _description.Answer(_transport.Ice.Credentials, _lines, offer, _plan.Plays, isClient));
        }
    }

    /// <summary>Takes the answer to an offer of <see cref="Reoffer"/>. Null, or what is wrong with it.</summary>
    public string? TakeAnswer(string sdp)
    {
        lock (_gate)
        {
            if (SdpDescription.Parse(sdp, out var complaint) is not { } description
                || Offer.ReadAnswer(description, _allowed, out complaint) is not var (answer, _))
            {
                return complaint;
            }

            if (!_description.Settle(description, answer, _lines, _plan.Plays))
            {
                return "The answer has not the m-lines of the offer.";
            }

            _transport.Dtls.Expect(answer.Fingerprints, _transport.Dtls.IsClientFor(answer.Setup));
            return null;
        }
    }

    public void Tick()
    {
        lock (_gate)
        {
            _transport.Tick();
            _lines.Tick();
            Settle();
        }
    }

    public MediaReport Report()
    {
        lock (_gate)
        {
            return new MediaReport(
                _transport.Ice.Credentials.Fragment,
                _plan.Plays,
                _transport.Ice.State,
                _transport.Dtls.State,
                _transport.Dtls.Reason,
                _transport.Dtls.Profile,
                _transport.Dtls.FingerprintMatches,
                _port.Local,
                _transport.Ice.RemoteEndPoint,
                _transport.End,
                _transport.Dtls.Rejected,
                _connectedAfter,
                _lines.Report())
            {
                Unclaimed = _lines.Unclaimed,
            };
        }
    }

    /// <summary>What is known of why nobody answered the checks, for a person to read.</summary>
    public string WhyNoPath()
    {
        lock (_gate)
        {
            return _transport.Ice.RefusedWith == 0
                ? "no check was answered"
                : $"the checks were refused with {_transport.Ice.RefusedWith}";
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _lines.SayGoodbye();
            _transport.Close();
            Settle();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await _port.DisposeAsync();
        lock (_gate)
        {
            _transport.Dispose();
        }
    }

    private void Receive(Span<byte> buffer, int length, SocketAddress from, PacketPort port)
    {
        var kind = PacketKinds.Of(buffer[..length]);
        if (kind == PacketKind.None)
        {
            return;
        }

        lock (_gate)
        {
            var plain = _transport.Receive(buffer[..length], kind, from);
            if (plain > 0 && kind == PacketKind.Rtcp)
            {
                _lines.ReceiveRtcp(buffer[..plain]);
            }
            else if (plain > 0)
            {
                _lines.ReceiveRtp(buffer, plain, length);
                MediaMilestones.Reach(Milestones.Heard);
            }

            Settle();
        }
    }

    private void Settle()
    {
        if (_transport.Ice.State == IceState.Connected)
        {
            MediaMilestones.Reach(Milestones.Found);
        }

        if (_transport.IsOpen && _connectedAfter is null)
        {
            _connectedAfter = _clock.GetElapsedTime(_beganAt);
            MediaMilestones.Reach(Milestones.Secured);
        }

        if (_transport.End is { } end)
        {
            Milestones.End(end);
        }
    }
}
