namespace CecSim.Telephony.Media.Lines;

/// <summary>The way that each line's packets take, troubled or not.</summary>
internal sealed class LinePaths
{
    private readonly MediaImpairments? _trouble;
    private readonly IMediaPath _path;
    private readonly ImpairedPath? _rough;

    public LinePaths(IMediaPath path, MediaImpairments? trouble, TimeProvider clock)
    {
        _trouble = trouble;
        _rough = trouble is null ? null : new ImpairedPath(path, trouble, clock);
        _path = _rough ?? path;
    }

    /// <summary>Whether the next packet of the peer is lost on its way.</summary>
    public bool LosesOneIn => _trouble?.LosesOneIn == true;

    public IMediaPath For(MediaKind kind) =>
        kind == MediaKind.Audio && _trouble?.SendsNoAudio == true ? new MutePath(_path) : _path;

    public void Tick() => _rough?.Tick();
}
