import './style/base.css';
import './style/field.css';
import './style/theme.js';
import './field/app.js';
