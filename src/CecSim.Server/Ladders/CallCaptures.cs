using System.Text;
using CecSim.Server.Gateway;
using CecSim.Server.Phones;
using CecSim.Server.Recording;
using CecSim.Telephony.Capture;
using CecSim.Telephony.Sip;
using CallView = CecSim.Simulation.Calls.CallView;

namespace CecSim.Server.Ladders;

/// <summary>The SIP and the media of a call as a capture file.</summary>
internal sealed class CallCaptures(CallGateway gateway, Recorder recorder, CecSimArgs args)
{
    /// <summary>The file, and how many packets of media it lacks because too many had passed.</summary>
    public (byte[] File, long DroppedCount) Of(Space space, CallView call, bool isDecrypted)
    {
        var media = new[] { (call.Leg as GatewayCall)?.Capture, (call.AgentPhone as PhoneLeg)?.Capture }
            .Where(c => c is not null).Select(c => c!.Read()).ToList();
        var messages = gateway.Dialogs.Of(space, call.AccessCode)
            .SelectMany(d => gateway.Sip.Trace.MessagesOf(d.SipCallId))
            .Select(m => Masked(m, space));
        var dropped = media.Sum(m => m.DroppedCount);
        string[] comments =
        [
            $"Call {call.Id} of {space.Settings.Name}. SIP is without its secrets.",
            .. args.Journal ? Array.Empty<string>() : ["No SIP: the server keeps no journal (--no-journal)."],
            .. args.Media.Capture is not null
                ? Array.Empty<string>()
                : ["No media: the server has no --capture-media."],
            .. dropped == 0
                ? Array.Empty<string>()
                : [$"{dropped} packets of media were dropped: the oldest, but for how it began."],
        ];
        return (Pcapng.Write(messages, media, isDecrypted, string.Join(' ', comments), recorder.Real), dropped);
    }

    private static TracedMessage Masked(TracedMessage message, Space space) => message with
    {
        Bytes = Encoding.UTF8.GetBytes(TracedText.Of(message, space.Masking).Text.ReplaceLineEndings("\r\n")),
    };
}
