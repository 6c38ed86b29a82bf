using System.Diagnostics;
using System.Threading.Channels;
using CecSim.Server.Control;
using CecSim.Server.Moments;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Scripts;
using CecSim.Simulation.Spaces;
using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <summary>One call of a browser: its signalling, its media, and the simulated call that both belong to.</summary>
internal sealed class GatewayCall(Space space, string accessCode, SipCall sip, MediaCall media) : IMediaLeg
{
    private const int NewsMax = 100;

    private readonly Channel<MediaNews> _news = Channel.CreateBounded<MediaNews>(
        new BoundedChannelOptions(NewsMax) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Channel<CallSignal> _signals = Channel.CreateBounded<CallSignal>(
        new BoundedChannelOptions(NewsMax) { FullMode = BoundedChannelFullMode.DropOldest });

    private bool _isHeld;

    /// <summary>The span of its media; null when nobody traces.</summary>
    public Activity? Trace { get; set; }

    /// <summary>What the customer does, until the call is over. Of more than is read the oldest go.</summary>
    public ChannelReader<MediaNews> News => _news.Reader;

    // SIP and media have locks of their own and may call back, so nothing of this happens under the space's lock.
    void IMediaLeg.CallEnded() => ThreadPool.UnsafeQueueUserWorkItem(
        static call => call.HangUp("the call is over"), this, preferLocal: false);

    /// <summary>Listens to the media. Only once they have been joined: their end is the call's.</summary>
    public void Begin()
    {
        _ = RaiseAsync();
        media.Connected += _ => Tell(new MediaNews.Connected());
        media.DigitHeard += (_, key) => Press(key.ToString());
        media.Ended += (_, _) => LoseMedia();
    }

    /// <returns>The answer; null when the offer cannot be answered, and then nothing changes.</returns>
    public string? Reoffer(string sdp)
    {
        if (media.Reoffer(sdp) is not MediaAnswer.Accepted accepted)
        {
            return null;
        }

        // The signalling lets one offer at a time through.
        if (media.IsHeldByPeer != _isHeld)
        {
            _isHeld = !_isHeld;
            Tell(_isHeld ? new MediaNews.Held() : new MediaNews.Resumed());
        }

        return accepted.Sdp;
    }

    public void Press(string keys) => Tell(new MediaNews.Pressed(keys));

    /// <summary>The customer's side is gone.</summary>
    public void Leave()
    {
        media.Close();
        _news.Writer.TryComplete();
        _signals.Writer.TryComplete();
        Trace?.Dispose();
        SpaceLedger.Of(space).Left(space, accessCode);
        space.Media.Leave(accessCode, this);
    }

    private void Tell(MediaNews news)
    {
        _news.Writer.TryWrite(news);
        Trace?.AddEvent(new ActivityEvent(Words.Camel(news.GetType().Name)));
        if (SignalOf(news) is { } signal)
        {
            _signals.Writer.TryWrite(signal);
        }
    }

    private static CallSignal? SignalOf(MediaNews news) => news switch
    {
        MediaNews.Connected => new CallSignal.MediaConnected(),
        MediaNews.Pressed pressed => new CallSignal.Dtmf(pressed.Keys),
        MediaNews.Held => new CallSignal.Hold(),
        _ => null,
    };

    // One after the other, and never under the locks of SIP and media.
    private async Task RaiseAsync()
    {
        await foreach (var signal in _signals.Reader.ReadAllAsync())
        {
            SpaceLedger.Of(space).Signalled(space, accessCode, signal);
            space.Media.Raise(accessCode, this, signal);
        }
    }

    /// <summary>Media stopped by themselves, as a browser's do that was closed without a BYE.</summary>
    private void LoseMedia()
    {
        HangUp("no media");
        Leave();
    }

    private void HangUp(string reason)
    {
        sip.HangUp(reason);
        media.Close();
    }
}
