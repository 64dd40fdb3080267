import './style/base.css';
import './style/theme.js';
import './dashboard/app.js';
