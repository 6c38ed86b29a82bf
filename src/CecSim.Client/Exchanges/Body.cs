namespace CecSim.Client.Exchanges;

/// <summary>A body of no more bytes than any answer of CEC has.</summary>
internal static class Body
{
    /// <summary>A file of 2 MB in Base64 (downloadFileStream), with room to spare.</summary>
    private const int BytesMax = 8 * 1024 * 1024;

    private const int PieceBytes = 16 * 1024;

    /// <returns>Null when there is more than that.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var piece = new byte[PieceBytes];
            while (await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                if (body.Length + count > BytesMax)
                {
                    return null;
                }

                body.Write(piece, 0, count);
            }
        }

        return body.ToArray();
    }
}
