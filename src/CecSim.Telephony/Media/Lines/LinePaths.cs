namespace CecSim.Telephony.Media.Lines;

/// <summary>The way that each line's packets take, troubled or not.</summary>
internal sealed class LinePaths
{
    private readonly MediaImpairments? _trouble;
    private readonly IMediaPath _transport;
    private readonly TimeProvider _clock;
    private readonly Dictionary<IMediaPath, ImpairedPath> _rough = [];

    public LinePaths(IMediaPath transport, MediaImpairments? trouble, TimeProvider clock)
    {
        _transport = transport;
        _trouble = trouble;
        _clock = clock;
    }

    /// <summary>Whether the next packet of the peer is lost on its way.</summary>
    public bool LosesOneIn => _trouble?.LosesOneIn == true;

    public IMediaPath For(MediaKind kind)
    {
        var path = _transport.PathFor(kind);
        if (_trouble is null)
        {
            return path;
        }

        if (!_rough.TryGetValue(path, out var rough))
        {
            _rough.Add(path, rough = new ImpairedPath(path, _trouble, _clock));
        }

        return kind == MediaKind.Audio && _trouble.SendsNoAudio ? new MutePath(rough) : rough;
    }

    public void Tick()
    {
        foreach (var path in _rough.Values)
        {
            path.Tick();
        }
    }
}
