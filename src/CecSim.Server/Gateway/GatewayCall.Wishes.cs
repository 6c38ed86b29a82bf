using CecSim.Server.Phones;
using CecSim.Simulation.Ivr;
using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Server.Gateway;

/// <content>What the agent's side wants of the customer's media.</content>
internal sealed partial class GatewayCall
{
    // The agent's come under the space's lock, the customer's from its signalling.
    private void Want(Func<DesiredLegState, DesiredLegState> change)
    {
        lock (_wishGate)
        {
            var wish = change(_wish);
            if (wish != _wish)
            {
                _wish = wish;
                _wishes.Writer.TryWrite(wish);
            }
        }
    }

    private static MediaSource SourceOf(Sound? tone) => tone switch
    {
        Sound.Tone { Kind: ToneKind.Ringback } => MediaSource.RingingTone,
        Sound.Tone { Kind: ToneKind.Busy } => MediaSource.BusyTone,
        Sound.Tone => MediaSource.Silence,
        _ => MediaSource.Music,
    };

    // A held customer hears music and is asked to be silent (RFC 3264, section 8.4).
    private async Task ComplyAsync()
    {
        var isHeld = false;
        IReadOnlyList<Sound>? said = null;
        Sound? loop = null;
        using var joined = new JoinedPhone();
        await foreach (var wish in _wishes.Reader.ReadAllAsync())
        {
            if ((_media, _sip) is not ({ } live, { } dialog))
            {
                return;
            }

            var isBridged = joined.Join(live, wish);
            live.Source = wish.IsApart ? SourceOf(wish.Tone)
                : isBridged ? MediaSource.Peer
                : wish.Phone is not null ? MediaSource.RingingTone
                : Playing.Of(space.Settings.GatewayPlays);
            live.IsMuted = wish.IsMuted && !wish.IsApart;
            if ((wish.Tone is Sound.Tone ? null : wish.Tone) is var again && again != loop)
            {
                loop = again;
                live.Loop(loop is null ? null : await announcer.MakeAsync([loop]));
            }

            if (wish.Said != said)
            {
                said = wish.Said;
                live.Say(await announcer.MakeAsync(said ?? []));
            }

            if (wish.IsHeld == isHeld)
            {
                continue;
            }

            isHeld = wish.IsHeld;
            var offer = live.WriteOffer(isHeld ? MediaDirection.SendOnly : MediaDirection.SendReceive);
            if (await dialog.ReinviteAsync(offer) is { IsAccepted: true, Sdp: { } answer })
            {
                live.TakeAnswer(answer);
            }
        }
    }
}
