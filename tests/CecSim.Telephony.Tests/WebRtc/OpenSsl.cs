using System.Diagnostics;

namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>One side of a handshake, played by a program that knows nothing of ours.</summary>
internal sealed class OpenSsl : IAsyncDisposable
{
    private const string Label = "Keying material: ";

    private readonly Process _process;

    private OpenSsl(IEnumerable<string> arguments) => _process = Process.Start(
        new ProcessStartInfo("openssl", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <param name="certificate">A file with the key too.</param>
    public static OpenSsl Start(string certificate, params string[] arguments) => new(
    [
        .. arguments, "-dtls1_2", "-cert", certificate, "-key", certificate, "-use_srtp", "SRTP_AES128_CM_SHA1_80",
        "-keymatexport", "EXTRACTOR-dtls_srtp", "-keymatexportlen", "60",
    ]);

    /// <returns>What both sides have agreed on, in hexadecimal; its complaints when they never did.</returns>
    public async Task<string> ReadExportedKeysAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(TestEnds) is { } line)
        {
            if (line.Contains(Label, StringComparison.Ordinal))
            {
                return line[(line.IndexOf(Label, StringComparison.Ordinal) + Label.Length)..].Trim();
            }
        }

        return await _process.StandardError.ReadToEndAsync(TestEnds);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
