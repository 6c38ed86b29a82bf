using CecSim.Guarding;
using CecSim.Telephony.Media;

namespace CecSim.LoadTests.Relays;

/// <summary>
/// The media of the gateway in a process of their own, told of calls as rtpengine is: so both carry the same calls, and
/// what the process costs is what the media cost.
/// </summary>
internal sealed class GatewayRelay : IAsyncDisposable
{
    private const int CallsMax = 4_000;

    private readonly MediaGateway _media = new(
        new MediaSettings { Port = 0, CallsMax = CallsMax, PhonesMax = CallsMax },
        TimeProvider.System,
        new Guard(new WriterLog(Console.Error)));

    private readonly Dictionary<string, Call> _calls = [];

    /// <summary>Answers the questions that come there until the run ends.</summary>
    public async Task RunAsync(UdpClient socket, CancellationToken ends)
    {
        NgMessage? last = null;
        while (true)
        {
            var datagram = await socket.ReceiveAsync(ends);
            if (NgMessage.Read(datagram.Buffer) is { } question)
            {
                // A question that comes again, since its answer was late, is not done twice: rtpengine goes by the
                // cookie too.
                last = last?.Cookie == question.Cookie ? last : question with { Texts = Answer(question) };
                await socket.SendAsync(last.Write(), datagram.RemoteEndPoint, ends);
            }
        }
    }

    public ValueTask DisposeAsync() => _media.DisposeAsync();

    private Dictionary<string, string> Answer(NgMessage question) => question["command"] switch
    {
        "ping" => new() { ["result"] = "pong" },
        "offer" => Offer(question["call-id"]!, question["sdp"]!),
        "answer" => Answer(question["call-id"]!, question["sdp"]!),
        "delete" => Delete(question["call-id"]!),
        _ => Refusal("Unknown command"),
    };

    private Dictionary<string, string> Offer(string id, string sdp)
    {
        var wishes = new MediaOptions { Source = MediaSource.Peer, TakesPhones = true, Security = MediaSecurity.Plain };
        if (_media.Accept(sdp, wishes) is not MediaAnswer.Accepted customer)
        {
            return Refusal("The offer is not taken");
        }

        // The calls that are measured are of sound.
        if (_media.Offer(wishes with { Codecs = MediaOptions.SoundCodecs }) is not MediaAnswer.Accepted agent)
        {
            customer.Call.Close();
            return Refusal("No more calls");
        }

        _calls[id] = new Call(customer, agent.Call);
        return new() { ["result"] = "ok", ["sdp"] = agent.Sdp };
    }

    private Dictionary<string, string> Answer(string id, string sdp)
    {
        var call = _calls[id];
        if (call.Agent.TakeAnswer(sdp) is { } complaint)
        {
            return Refusal(complaint);
        }

        MediaBridge.Join(call.Customer.Call, call.Agent);
        return new() { ["result"] = "ok", ["sdp"] = call.Customer.Sdp };
    }

    private Dictionary<string, string> Delete(string id)
    {
        if (_calls.Remove(id, out var call))
        {
            call.Customer.Call.Close();
            call.Agent.Close();
        }

        return new() { ["result"] = "ok" };
    }

    private static Dictionary<string, string> Refusal(string why) =>
        new() { ["result"] = "error", ["error-reason"] = why };

    private sealed record Call(MediaAnswer.Accepted Customer, MediaCall Agent);
}
