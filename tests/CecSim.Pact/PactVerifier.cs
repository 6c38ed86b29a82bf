namespace CecSim.Pacts;

/// <summary>Asks a provider what its consumers' pacts say, over a real socket, and judges its answers.</summary>
public sealed class PactVerifier(string provider, Uri address)
{
    private readonly List<string> _files = [];
    private Uri? _states;

    public PactVerifier WithFileSource(string file)
    {
        _files.Add(file);
        return this;
    }

    /// <summary>Where what is given in an interaction is made so.</summary>
    public PactVerifier WithProviderStateUrl(Uri url)
    {
        _states = url;
        return this;
    }

    /// <summary>Verifies all of it, on a thread of the pool: the core blocks until it is done.</summary>
    /// <returns>Whether every pact is kept, and what the core writes about it.</returns>
    public Task<(bool IsKept, string Report)> VerifyAsync() => Task.Run(() =>
    {
        _ = PactCore.LogToStderr(PactCore.LogOff);
        var verifier = VerifierCore.New("CecSim.Pact", "1.0.0");
        try
        {
            VerifierCore.SetProvider(
                verifier, provider, address.Scheme, address.Host, (ushort)address.Port, address.AbsolutePath);
            if (_states is not null)
            {
                VerifierCore.SetProviderState(verifier, _states.AbsoluteUri, tearsDown: false, asBody: true);
            }

            foreach (var file in _files)
            {
                VerifierCore.AddFile(verifier, file);
            }

            var code = VerifierCore.Execute(verifier);
            return (code == 0, CoreText.Take(VerifierCore.Output(verifier, stripsColours: true)));
        }
        finally
        {
            VerifierCore.Shutdown(verifier);
        }
    });
}
