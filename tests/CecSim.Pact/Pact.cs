using System.Text.Json;

namespace CecSim.Pacts;

/// <summary>
/// What a consumer expects of a provider, interaction by interaction, as Pact V4. Shaped as PactNet's builder is, over
/// the same core.
/// </summary>
public sealed class Pact : IDisposable
{
    private static readonly TimeSpan NotedWithin = TimeSpan.FromSeconds(5);
    private readonly ushort _handle;

    private Pact(string consumer, string provider)
    {
        // The core logs to standard output by itself; what matters comes back in texts.
        _ = PactCore.LogToStderr(PactCore.LogOff);
        _handle = PactCore.NewPact(consumer, provider);
        PactCore.WithSpecification(_handle, PactCore.SpecificationV4);
        FileName = $"{consumer}-{provider}.json";
    }

    /// <summary>What <see cref="Write"/> names its file.</summary>
    public string FileName { get; }

    public static Pact V4(string consumer, string provider) => new(consumer, provider);

    /// <summary>Begins an interaction.</summary>
    /// <param name="description">With its provider states it is unique in the pact.</param>
    public RequestBuilder UponReceiving(string description) => new(PactCore.NewInteraction(_handle, description));

    /// <summary>
    /// Has the consumer talk to a mock server on a free port of 127.0.0.1, which answers as agreed.
    /// </summary>
    /// <exception cref="PactException">An interaction did not take place, or another request came.</exception>
    public async Task VerifyAsync(Func<Uri, Task> interact)
    {
        var port = PactCore.CreateMockServer(_handle, "127.0.0.1", 0, "http", null);
        if (port <= 0)
        {
            throw new PactException($"The mock server did not start: {port}.");
        }

        try
        {
            await interact(new Uri($"http://127.0.0.1:{port}")).ConfigureAwait(false);

            // The core notes a request after it has answered it, and tells nobody when it has.
            if (!SpinWait.SpinUntil(() => PactCore.MockServerMatched(port), NotedWithin))
            {
                throw new PactException(MismatchesAt(port));
            }
        }
        catch (Exception e) when (e is not PactException && !PactCore.MockServerMatched(port))
        {
            // What the consumer makes of the mock server's 500 tells less than why it got one; that too is noted after
            // the answer.
            _ = SpinWait.SpinUntil(() => HasNotedRequest(port), NotedWithin);
            throw new PactException($"{e.Message} {MismatchesAt(port)}", e);
        }
        finally
        {
            PactCore.CleanupMockServer(port);
        }
    }

    /// <summary>Writes the file anew, in an order of its own that does not depend on when what was agreed.</summary>
    /// <exception cref="PactException">The folder cannot be written.</exception>
    public void Write(string folder)
    {
        var code = PactCore.WriteFile(_handle, folder, overwrites: true);
        if (code != 0)
        {
            throw new PactException($"{Path.Combine(folder, FileName)} was not written: {code}.");
        }
    }

    public void Dispose() => _ = PactCore.FreePactHandle(_handle);

    // What stands there before any request came is that each of them is missing.
    private static bool HasNotedRequest(int port)
    {
        using var mismatches = JsonDocument.Parse(MismatchesAt(port) ?? "[]");
        return mismatches.RootElement.EnumerateArray()
            .Any(mismatch => mismatch.GetProperty("type").GetString() != "missing-request");
    }

    // The text belongs to the mock server.
    private static string? MismatchesAt(int port) => Marshal.PtrToStringUTF8(PactCore.MockServerMismatches(port));
}
