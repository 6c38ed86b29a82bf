namespace CecSim.Cli.Calling.Phoning;

/// <summary>
/// Which of the addresses in an event may be called. They come from a server's answer, so without the user's word they
/// lead nowhere but to the server's own host, and not from https to what anybody can read.
/// </summary>
internal sealed class GatewayChoice(Uri address, IReadOnlyList<Uri> named)
{
    /// <summary>The addresses to try, in their order; empty with the reason when there is none.</summary>
    public (IReadOnlyList<Uri> Allowed, string Complaint) Of(IReadOnlyList<string> offered)
    {
        var allowed = new List<Uri>();
        var complaint = "168101 names no gateway";
        foreach (var text in offered)
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var gateway)
                || gateway.Scheme is not ("ws" or "wss")
                || gateway.UserInfo.Length > 0)
            {
                complaint = $"168101 names '{text}', which is no WebSocket";
            }
            else if (ComplaintOf(gateway) is { } reason)
            {
                complaint = reason;
            }
            else
            {
                allowed.Add(gateway);
            }
        }

        return (allowed, complaint);
    }

    private string? ComplaintOf(Uri gateway)
    {
        var origin = gateway.GetLeftPart(UriPartial.Authority);
        if (named.Any(n => n.GetLeftPart(UriPartial.Authority) == origin))
        {
            return null;
        }

        if (gateway.IsLoopback && address.IsLoopback)
        {
            return null;
        }

        return gateway.IdnHost != address.IdnHost
            ? $"168101 names the gateway {origin}, which is not on {address.IdnHost}. If you know it, " +
                $"name it too: --gateway {origin}"
            : gateway.Scheme == "ws" && address.Scheme == Uri.UriSchemeHttps
                ? $"168101 names the gateway {origin}, which everybody on the way can read, while {address.Scheme} " +
                    $"was asked for. If that is wanted: --gateway {origin}"
                : null;
    }
}
