using CecSim.Server.Phones;
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

    // A held customer hears music and is asked to be silent (RFC 3264, section 8.4).
    private async Task ComplyAsync()
    {
        var isHeld = false;
        using var joined = new JoinedPhone();
        await foreach (var wish in _wishes.Reader.ReadAllAsync())
        {
            if ((_media, _sip) is not ({ } live, { } dialog))
            {
                return;
            }

            var isBridged = joined.Join(live, wish);
            live.Source = wish.IsApart ? MediaSource.Music
                : isBridged ? MediaSource.Peer
                : wish.Phone is not null ? MediaSource.RingingTone
                : Playing.Of(space.Settings.GatewayPlays);
            live.IsMuted = wish.IsMuted && !wish.IsApart;
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
